package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Routes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The operations of the contract that this runtime does not serve: it says so. */
final class Contract {

  /** One "METHOD path" a line; {@code ContractTests} makes it: the contract less what is served. */
  static final String NOT_SERVED = "not-served.txt";

  private Contract() {}

  static void addNotServedTo(Routes routes) {
    for (String operation : notServed()) {
      String[] parts = operation.split(" ");
      routes.add(
          parts[0],
          parts[1],
          exchange -> {
            throw new Problem(
                501, "NOT_IMPLEMENTED", "This runtime does not serve " + operation + " yet");
          });
    }
  }

  static List<String> notServed() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Contract.class.getResourceAsStream(NOT_SERVED), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
