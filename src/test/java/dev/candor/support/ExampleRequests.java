package dev.candor.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flags as the HTTP API takes them. Each call makes a new one that may be changed. */
public final class ExampleRequests {

  private static final TypeReference<Map<String, Object>> FLAG = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExampleRequests() {}

  /** One of the seven that "Load the examples" flags, by its letter. */
  public static Map<String, Object> ofTheExamples(String letter) {
    try {
      return JSON.readTree(ExampleRequests.class.getResource("/examples/flags.json"))
          .valueStream()
          .filter(example -> example.path("id").asText().equals(letter))
          .map(example -> JSON.convertValue(example.path("flag"), FLAG))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Grave: somebody who wants to stay hidden asks for an account. Counsel decides. */
  public static Map<String, Object> foundingIncident() {
    var flag = new LinkedHashMap<String, Object>();
    flag.put("type", "CREATE_OR_PROMOTE");
    flag.put("sender", "An acquaintance of an employee");
    flag.put("relationship", "Friend of an employee");
    flag.put("principal", "Government body responsible for public relations");
    flag.put("principalKind", "AGENCY");
    flag.put("principalCountry", "CN");
    flag.put("market", "GB");
    flag.put("channel", "INFORMAL");
    flag.put("ask", "An account that does not look like a government's.");
    flag.put("wantsToStayHidden", true);
    flag.put("audience", "Western audiences");
    flag.put("politicalContent", false);
    flag.put("paid", false);
    flag.put("threat", false);
    flag.put("receivedOn", "2020-04-14");
    return flag;
  }

  /** Mild: an embassy openly asks for a verified account. The desk's head decides. */
  public static Map<String, Object> embassy() {
    var flag = foundingIncident();
    flag.put("type", "VERIFY_OR_LABEL");
    flag.put("sender", "Press attaché");
    flag.put("relationship", "None");
    flag.put("principal", "Embassy in London");
    flag.put("principalKind", "EMBASSY");
    flag.put("channel", "FORMAL");
    flag.put("ask", "A verified account in the embassy's own name.");
    flag.put("wantsToStayHidden", false);
    flag.put("audience", "Residents of the host country");
    flag.put("receivedOn", "2026-03-02");
    return flag;
  }
}
