package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;

/** How the operands of a field are written in JSON and compared. */
enum FieldType {
  KEY {
    @Override
    Comparable<?> read(JsonNode operand) {
      try {
        return Key.parse(operand.asText());
      } catch (NumberFormatException e) {
        throw new InvalidQuery("'" + operand.asText() + "' is not a key");
      }
    }
  },
  TEXT {
    @Override
    Comparable<?> read(JsonNode operand) {
      if (!operand.isTextual()) {
        throw new InvalidQuery("expected a string but got " + operand);
      }
      return operand.asText();
    }
  },
  NUMBER {
    @Override
    Comparable<?> read(JsonNode operand) {
      if (!operand.isIntegralNumber()) {
        throw new InvalidQuery("expected a whole number but got " + operand);
      }
      return operand.asLong();
    }
  },
  TIME {
    @Override
    Comparable<?> read(JsonNode operand) {
      try {
        return OffsetDateTime.parse(operand.asText()).toInstant();
      } catch (DateTimeParseException e) {
        throw new InvalidQuery("'" + operand.asText() + "' is not a date-time with an offset");
      }
    }
  },
  FLAG {
    @Override
    Comparable<?> read(JsonNode operand) {
      if (!operand.isBoolean()) {
        throw new InvalidQuery("expected true or false but got " + operand);
      }
      return operand.asBoolean();
    }
  };

  abstract Comparable<?> read(JsonNode operand);

  /** The type of a record component's values; collections are searched by what they hold. */
  static FieldType of(Class<?> type) {
    if (type == Key.class) {
      return KEY;
    }
    if (type == Instant.class) {
      return TIME;
    }
    if (type == boolean.class || type == Boolean.class) {
      return FLAG;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return NUMBER;
    }
    if (type == String.class || type.isEnum() || Collection.class.isAssignableFrom(type)) {
      return TEXT;
    }
    throw new IllegalArgumentException("no search is defined for values of " + type);
  }

  /** The form in which values of this type are compared. */
  static Comparable<?> comparable(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return (Comparable<?>) value;
  }
}
