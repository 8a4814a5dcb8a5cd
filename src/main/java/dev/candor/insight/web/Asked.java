package dev.candor.insight.web;

import dev.candor.insight.internal.Dimension;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.insight.internal.TimesQuery;
import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address asks for.
 *
 * @param from the first day, in the zone of who asks
 * @param to the last day, which belongs to it
 * @param working by working time rather than by the clock
 * @param by a dimension's code, or {@code step}
 * @param step whose passes are asked for; null for cases
 */
record Asked(
    LocalDate from,
    LocalDate to,
    boolean working,
    String by,
    Map<Dimension, String> only,
    @Nullable StepId step) {

  static final String STEP = "step";

  private static final int DAYS = 90;
  private static final int MOST_YEARS = 20;
  private static final int LONGEST = 100;

  /**
   * @param parameters of the address; those that are not given have their standard
   * @throws InvalidInput when one cannot be read
   */
  static Asked of(Map<String, String> parameters, Clock clock, ZoneId zone) {
    var errors = new ArrayList<FieldError>();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var to = day(parameters.get("to"), "to", errors).orElse(today);
    var from = day(parameters.get("from"), "from", errors).orElse(to.minusDays(DAYS - 1));
    if (from.isAfter(to) || from.isBefore(to.minusYears(MOST_YEARS))) {
      errors.add(new FieldError("from", "Must be within " + MOST_YEARS + " years before to"));
    }
    var calendar = parameters.getOrDefault("calendar", "working");
    if (!List.of("working", "clock").contains(calendar)) {
      errors.add(new FieldError("calendar", "Must be working or clock"));
    }
    var by = parameters.getOrDefault("by", Dimension.DESK.code());
    if (!by.equals(STEP) && Dimension.of(by).isEmpty()) {
      errors.add(new FieldError("by", "Must be step or one of " + codes()));
    }
    var only = only(parameters, errors);
    var step = parameters.getOrDefault(STEP, "").strip();
    if (step.length() > LONGEST || step.indexOf('\0') >= 0) {
      errors.add(new FieldError(STEP, "There is no such step"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new Asked(
        from, to, calendar.equals("working"), by, only, step.isEmpty() ? null : StepId.of(step));
  }

  TimesQuery query(ZoneId zone) {
    return new TimesQuery(
        from.atStartOfDay(zone).toInstant(),
        to.plusDays(1).atStartOfDay(zone).toInstant(),
        working,
        only);
  }

  /** What is asked for as parameters of an address, each one encoded. */
  String address() {
    var address =
        UriComponentsBuilder.newInstance()
            .queryParam("from", from)
            .queryParam("to", to)
            .queryParam("calendar", working ? "working" : "clock");
    only.forEach((dimension, value) -> address.queryParam(dimension.code(), "{" + dimension + "}"));
    var values = new HashMap<String, String>();
    only.forEach((dimension, value) -> values.put(dimension.name(), value));
    if (step != null) {
      address.queryParam(STEP, "{" + STEP + "}");
      values.put(STEP, step.code());
    }
    return address.encode().buildAndExpand(values).toUriString();
  }

  /**
   * The step that is asked for, of those that there are; empty for cases.
   *
   * @throws InvalidInput where it is none of them
   */
  Optional<Step> stepOf(List<Step> steps) {
    return Optional.ofNullable(step)
        .map(
            id ->
                steps.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput(STEP, "There is no such step")));
  }

  Optional<Dimension> dimension() {
    return Dimension.of(by);
  }

  private static Map<Dimension, String> only(
      Map<String, String> parameters, List<FieldError> errors) {
    var only = new EnumMap<Dimension, String>(Dimension.class);
    for (var dimension : Dimension.values()) {
      var value = parameters.getOrDefault(dimension.code(), "").strip();
      if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
        errors.add(new FieldError(dimension.code(), "There is no such " + dimension.code()));
      } else if (!value.isEmpty()) {
        only.put(dimension, value);
      }
    }
    return only;
  }

  private static List<String> codes() {
    return List.of(Dimension.values()).stream().map(Dimension::code).toList();
  }

  private static Optional<LocalDate> day(
      @Nullable String text, String field, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      errors.add(new FieldError(field, "Must be a day such as 2026-11-30"));
      return Optional.empty();
    }
  }
}
