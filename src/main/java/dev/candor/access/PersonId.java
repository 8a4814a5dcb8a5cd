package dev.candor.access;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The stable name under which a person is known: the login name, or the subject of the OpenID
 * provider.
 */
public record PersonId(@JsonValue String value) {

  public PersonId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A person's id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
