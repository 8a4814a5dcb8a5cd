package dev.candor.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is entered into a form, as it is kept. No failure quotes it. */
@Component
class EnteredJson {

  private final ObjectMapper json;

  EnteredJson(ObjectMapper json) {
    this.json = json;
  }

  String write(Map<String, Object> values) {
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was entered cannot be written as JSON");
    }
  }

  Map<String, Object> read(String entered) {
    try {
      return json.readValue(entered, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was entered cannot be read as JSON");
    }
  }
}
