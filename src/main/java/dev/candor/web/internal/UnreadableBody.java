package dev.candor.web.internal;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.candor.web.FieldError;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body without repeating any of it but the names of fields. */
final class UnreadableBody {

  private static final int LONGEST_NAME = 60;

  private UnreadableBody() {}

  static String detail(@Nullable Throwable cause) {
    if (isAboutAField(cause)) {
      return "A field of the body cannot be understood";
    }
    if (cause != null && cause.getCause() instanceof JsonParseException parsing) {
      return "The body is not well-formed JSON" + place(parsing);
    }
    if (cause instanceof JsonParseException parsing) {
      return "The body is not well-formed JSON" + place(parsing);
    }
    return cause instanceof JsonProcessingException
        ? "The body is not the JSON object that belongs here"
        : "A JSON body belongs here";
  }

  static List<FieldError> errors(@Nullable Throwable cause) {
    return cause instanceof JsonMappingException mapping && isAboutAField(cause)
        ? List.of(new FieldError(name(mapping.getPath()), message(mapping)))
        : List.of();
  }

  private static boolean isAboutAField(@Nullable Throwable cause) {
    return cause instanceof JsonMappingException mapping
        && !mapping.getPath().isEmpty()
        && !(mapping.getCause() instanceof JsonParseException);
  }

  private static String message(JsonMappingException mapping) {
    if (mapping instanceof UnrecognizedPropertyException) {
      return "There is no such field";
    }
    return mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? "Must be " + kind(mismatch.getTargetType())
        : "Cannot be understood";
  }

  private static String kind(Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "a date such as 2026-03-02";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another type";
  }

  private static String name(List<JsonMappingException.Reference> path) {
    var name = new StringBuilder();
    for (var step : path) {
      if (step.getFieldName() == null) {
        name.append('[').append(step.getIndex()).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    var plain = name.toString().replaceAll("[^\\w.\\[\\]-]", "?");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "…";
  }

  private static String place(JsonProcessingException parsing) {
    var location = parsing.getLocation();
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
