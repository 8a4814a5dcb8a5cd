package dev.candor.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The table {@code doors/every-call.txt}: what each call answers to whom. */
record EveryCall(List<String> people, List<Call> calls) {

  static final String FILE = "doors/every-call.txt";

  /** How somebody stands to the case that is called for. */
  enum Standing {
    /** There is no case in it. */
    NO_CASE("-"),
    PARTICIPANT("participant"),
    /** What they know of it they know by one of their groups. */
    OUTSIDE("outside"),
    FLAGGER("flagger"),
    /** A participant until they stepped out. */
    RECUSED("recused"),
    /** A participant until counsel took them off. */
    REMOVED("removed"),
    /** They stand outside, and opened it in an emergency. */
    EMERGENCY("emergency");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Standing of(String word) {
      return Arrays.stream(values())
          .filter(standing -> standing.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No standing: " + word));
    }
  }

  /**
   * @param path with {@code {reference}}, {@code {task}} and {@code {file}} in the place of the
   *     case's
   * @param body JSON, or what a form sends, or {@code multipart}, or {@code octets}; empty for none
   */
  record Call(String method, String path, String body, List<Row> rows) {

    String name() {
      return method + " " + path;
    }

    @Override
    public String toString() {
      return name();
    }

    boolean changes() {
      return !method.equals("GET");
    }

    boolean isOfTheApi() {
      return path.startsWith("/api/");
    }
  }

  /**
   * @param answers statuses by the person's id, {@code nobody} first
   */
  record Row(Standing standing, Map<String, Integer> answers) {}

  static EveryCall read() {
    var people = new ArrayList<String>();
    var calls = new ArrayList<Call>();
    for (var line : lines()) {
      var words = line.strip().split("\\s+");
      if (people.isEmpty()) {
        people.addAll(List.of(words));
      } else if (line.startsWith(" ")) {
        calls.getLast().rows().add(row(words, people));
      } else {
        var parts = line.split(" ", 3);
        calls.add(
            new Call(parts[0], parts[1], parts.length < 3 ? "" : parts[2], new ArrayList<>()));
      }
    }
    return new EveryCall(people, calls);
  }

  /** One status alone is that of everybody. */
  private static Row row(String[] words, List<String> people) {
    var answers = new LinkedHashMap<String, Integer>();
    for (var i = 0; i < people.size(); i++) {
      answers.put(people.get(i), Integer.valueOf(words[words.length == 2 ? 1 : i + 1]));
    }
    return new Row(Standing.of(words[0]), answers);
  }

  private static List<String> lines() {
    try {
      return new ClassPathResource(FILE)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
