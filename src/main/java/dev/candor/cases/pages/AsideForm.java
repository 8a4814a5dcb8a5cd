package dev.candor.cases.pages;

import dev.candor.web.FieldError;
import dev.candor.web.FilledForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was entered into one of the forms beside a case, and what is wrong with it. */
public record AsideForm(Map<String, String> values, Map<String, String> errors)
    implements FilledForm {

  public static final AsideForm BLANK = new AsideForm(Map.of(), Map.of());

  public static AsideForm refused(Map<String, String> entered, List<FieldError> wrong) {
    var errors = new LinkedHashMap<String, String>();
    wrong.forEach(
        error ->
            errors.putIfAbsent(
                error.field(),
                error.message().startsWith("Is required") ? "Fill this in" : error.message()));
    return new AsideForm(entered, errors);
  }
}
