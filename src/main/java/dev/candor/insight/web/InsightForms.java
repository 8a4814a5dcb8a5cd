package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.CycleTimes;
import dev.candor.insight.internal.Dimension;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.insight.web.InsightPage.Choice;
import dev.candor.insight.web.InsightPage.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be chosen, and codes in words. */
@Component
class InsightForms {

  private final CycleTimes times;
  private final MessageSource messages;

  InsightForms(CycleTimes times, MessageSource messages) {
    this.times = times;
    this.messages = messages;
  }

  Form of(Person person, Asked asked) {
    return of(person, asked, EnumSet.allOf(Dimension.class));
  }

  /**
   * @param offered the dimensions of which one value can be chosen
   */
  Form of(Person person, Asked asked, Set<Dimension> offered) {
    return of(person, asked, offered, steps(person));
  }

  /**
   * @param steps that there are, where they were read already
   */
  Form of(Person person, Asked asked, List<Step> steps) {
    return of(person, asked, EnumSet.allOf(Dimension.class), steps);
  }

  /** Those that can be chosen. */
  List<Step> steps(Person person) {
    return times.steps(person);
  }

  private Form of(Person person, Asked asked, Set<Dimension> offered, List<Step> steps) {
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    Map<String, String> only = new LinkedHashMap<>();
    var values = times.values(person);
    for (var dimension : offered) {
      choices.put(
          dimension.code(),
          values.get(dimension).stream().map(it -> new Choice(it, name(dimension, it))).toList());
      only.put(dimension.code(), asked.only().getOrDefault(dimension, ""));
    }
    var bys = new ArrayList<Choice>();
    for (var dimension : Dimension.values()) {
      bys.add(new Choice(dimension.code(), by(dimension.code())));
    }
    bys.add(new Choice(Asked.STEP, by(Asked.STEP)));
    return new Form(
        asked.from().toString(),
        asked.to().toString(),
        asked.working() ? "working" : "clock",
        asked.by(),
        bys,
        choices,
        only,
        steps.stream().map(step -> new Choice(step.id().code(), step.name())).toList(),
        asked.step() == null ? "" : asked.step().code(),
        asked.address());
  }

  /** {@code Desk}, {@code Version of the process}. */
  String by(String code) {
    return message("insight.by." + code, code);
  }

  String name(Dimension dimension, String code) {
    return switch (dimension) {
      case DESK -> code.equals("NONE") ? "No desk yet" : code;
      case VERSION -> code.equals("0") ? "Not known" : "Version " + code;
      case OUTCOME ->
          code.equals("NONE") ? "No decision" : message(dimension.code() + "." + code, code);
      default -> code.equals("NONE") ? "Not triaged" : message(dimension.code() + "." + code, code);
    };
  }

  String message(String key, String otherwise) {
    return Objects.requireNonNull(messages.getMessage(key, null, otherwise, Locale.ENGLISH));
  }
}
