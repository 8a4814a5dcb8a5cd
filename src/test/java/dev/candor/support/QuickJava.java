package dev.candor.support;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java of the tests for a process that ends with its test. */
public final class QuickJava {

  private QuickJava() {}

  /** Starts take half the processor time of a test: the thorough compiler pays for itself later. */
  public static List<String> command(String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"),
            Stream.of(arguments))
        .toList();
  }
}
