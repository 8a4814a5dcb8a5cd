package dev.candor.tasks.internal.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form-js schema (Camunda Forms 8.8: "Form element library", {@code validate}, {@code
 * properties}).
 */
public final class FormReader {

  /** The custom property that lets a value into the engine. */
  static final String ENGINE_PROPERTY = "candor:engine";

  /** The custom property of a field that nobody fills in who recommended before. */
  static final String OTHER_EYES_PROPERTY = "candor:other-eyes";

  /** What a text may hold where the form sets no limit. */
  static final int LONGEST_TEXT = 20_000;

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,40}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private FormReader() {}

  /**
   * @throws IllegalArgumentException when it is not JSON
   */
  public static Form read(String schema) {
    try {
      var fields = new ArrayList<Field>();
      collect(JSON.readTree(schema), false, fields);
      return Form.of(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The form is not JSON", e);
    }
  }

  private static void collect(JsonNode parent, boolean conditional, List<Field> fields) {
    for (var component : parent.path("components")) {
      var hidden = conditional || component.path("conditional").hasNonNull("hide");
      if (component.path("type").asText().equals("group") && !component.hasNonNull("path")) {
        collect(component, hidden, fields);
      } else if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
        fields.add(field(component, hidden));
      }
    }
  }

  private static Field field(JsonNode component, boolean conditional) {
    var values = values(component);
    var marked = component.path("properties").path(ENGINE_PROPERTY).asText().equals("true");
    var required = component.path("validate").path("required").asBoolean();
    return new Field(
        component.path("key").asText(),
        required && !conditional,
        marked && !(values instanceof Values.Text),
        component.path("properties").path(OTHER_EYES_PROPERTY).asText().equals("true"),
        values);
  }

  private static Values values(JsonNode component) {
    var type = component.path("type").asText();
    return switch (type) {
      case "textfield" -> text(component, false);
      case "textarea" -> text(component, true);
      case "radio", "select" ->
          component.has("values")
              ? new Values.OneOf(choices(component))
              : new Values.NotTaken(type + " with computed choices");
      case "checklist", "taglist" ->
          component.has("values")
              ? new Values.SomeOf(choices(component))
              : new Values.NotTaken(type + " with computed choices");
      case "checkbox" -> new Values.YesOrNo();
      case "number" ->
          new Values.Amount(
              decimal(component.path("validate").path("min")),
              decimal(component.path("validate").path("max")));
      case "datetime" ->
          component.path("subtype").asText("date").equals("date")
              ? new Values.Day()
              : new Values.NotTaken(type + " with a time of day");
      default -> new Values.NotTaken(type);
    };
  }

  private static Values text(JsonNode component, boolean severalLines) {
    var rules = component.path("validate");
    return new Values.Text(
        severalLines,
        rules.path("minLength").asInt(0),
        rules.path("maxLength").asInt(LONGEST_TEXT),
        pattern(rules));
  }

  private static @Nullable Pattern pattern(JsonNode rules) {
    if (rules.hasNonNull("pattern")) {
      return Pattern.compile(rules.path("pattern").asText());
    }
    return switch (rules.path("validationType").asText()) {
      case "email" -> EMAIL;
      case "phone" -> PHONE;
      default -> null;
    };
  }

  private static Set<String> choices(JsonNode component) {
    var choices = new LinkedHashSet<String>();
    component.path("values").forEach(value -> choices.add(value.path("value").asText()));
    return choices;
  }

  private static @Nullable BigDecimal decimal(JsonNode number) {
    return number.isMissingNode() || number.isNull() || number.asText().isBlank()
        ? null
        : new BigDecimal(number.asText());
  }
}
