package dev.candor.tasks.web;

import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import dev.candor.tasks.FindTasks.Order;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskFilter;
import dev.candor.web.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may follow {@code /api/tasks?}, as it was typed.
 *
 * @param due a day or an instant (ISO 8601): only tasks due by then
 * @param q words to be found in the task's name or in its case
 * @param order {@code due}, {@code severity}, {@code age}, {@code desk} or {@code type}
 */
record TaskQueryParameters(
    @Nullable String scope,
    @Nullable String due,
    @Nullable String reference,
    @Nullable String state,
    @Nullable String type,
    @Nullable String severity,
    @Nullable String desk,
    @Nullable String q,
    @Parameter(
            description = "What comes first",
            schema = @Schema(allowableValues = {"due", "severity", "age", "desk", "type"}))
        @Nullable String order,
    @Nullable String page,
    @Nullable String size) {

  /**
   * @param zone in which a day ends
   * @throws InvalidInput naming the parameter that is to blame
   */
  Query toQuery(ZoneId zone) {
    return new Query(
        given(scope) ? choice("scope", scope, Scope.class) : Scope.ALL,
        new TaskFilter(
            given(reference) ? DeskQuery.text(reference) : null,
            given(state) ? choice("state", state, HumanTask.State.class) : null,
            given(due) ? dueBefore(due, zone) : null,
            given(type) ? choice("type", type, RequestType.class) : null,
            given(severity) ? choice("severity", severity, Severity.class) : null,
            given(desk) ? DeskQuery.text(desk) : null,
            given(q) ? DeskQuery.text(q) : null),
        given(order) ? choice("order", order, Order.class) : Order.DUE,
        number("page", page, 0, 0, 1_000_000),
        number("size", size, 50, 1, Query.MOST));
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static <E extends Enum<E>> E choice(String field, String value, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    field,
                    "must be one of "
                        + Arrays.toString(choices.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  private static Instant dueBefore(String value, ZoneId zone) {
    try {
      return value.contains("T")
          ? Instant.parse(value)
          : LocalDate.parse(value).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw invalid("due", "must be a day such as 2026-03-31 or an instant");
    }
  }

  private static int number(
      String field, @Nullable String value, int otherwise, int least, int most) {
    if (!given(value)) {
      return otherwise;
    }
    try {
      var number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw invalid(field, "must be a number from " + least + " to " + most);
  }

  private static InvalidInput invalid(String field, String message) {
    return new InvalidInput(field, message);
  }
}
