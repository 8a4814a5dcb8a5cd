package dev.candor.tasks;

import java.util.List;

/** The form does not take what was entered. Messages name the rule, never the value. */
public class InvalidValues extends RuntimeException {

  private final List<FieldError> errors;

  public InvalidValues(List<FieldError> errors) {
    super("The form does not take these values");
    this.errors = List.copyOf(errors);
  }

  public List<FieldError> errors() {
    return errors;
  }

  /**
   * @param field the form's key
   */
  public record FieldError(String field, String message) {}
}
