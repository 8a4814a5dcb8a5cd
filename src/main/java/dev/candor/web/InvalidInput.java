package dev.candor.web;

import java.util.List;

/** Fields hold what they must not hold. Answered with 400 and every field that is to blame. */
public class InvalidInput extends RuntimeException {

  private final transient List<FieldError> errors;

  public InvalidInput(List<FieldError> errors) {
    super("Fields to blame: " + errors.stream().map(FieldError::field).toList());
    this.errors = List.copyOf(errors);
  }

  public InvalidInput(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
