package dev.candor.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A form of processes/, as its form-js schema. */
record FormSchema(Path file, JsonNode json) {

  static List<FormSchema> ours() {
    return ProcessFiles.ofKind("form").stream().map(FormSchema::read).toList();
  }

  private static FormSchema read(Path file) {
    try {
      return new FormSchema(file, new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return json.get("id").asText();
  }

  List<Component> components() {
    return components(json).toList();
  }

  private static Stream<Component> components(JsonNode parent) {
    return StreamSupport.stream(parent.path("components").spliterator(), false)
        .flatMap(child -> Stream.concat(Stream.of(new Component(child)), components(child)));
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }

  /** One of the form's components, in groups or not. */
  record Component(JsonNode json) {

    String type() {
      return json.get("type").asText();
    }

    String key() {
      return json.path("key").asText();
    }

    boolean isGivenToTheEngine() {
      return json.path("properties").path("candor:engine").asText().equals("true");
    }

    boolean isRequired() {
      return json.path("validate").path("required").asBoolean();
    }

    /** The codes that can be chosen. */
    List<String> values() {
      return StreamSupport.stream(json.path("values").spliterator(), false)
          .map(value -> value.get("value").asText())
          .toList();
    }
  }
}
