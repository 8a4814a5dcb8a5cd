package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.CycleTimes;
import dev.candor.insight.internal.Dimension;
import dev.candor.insight.web.InsightPage.Choice;
import dev.candor.insight.web.InsightPage.Form;
import dev.candor.web.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    Map<String, String> only = new LinkedHashMap<>();
    times
        .values(person)
        .forEach(
            (dimension, values) -> {
              choices.put(
                  dimension.code(),
                  values.stream().map(it -> new Choice(it, name(dimension, it))).toList());
              only.put(dimension.code(), asked.only().getOrDefault(dimension, ""));
            });
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
        Times.city(person.zone()));
  }

  /** {@code Desk}, {@code Version of the process}. */
  String by(String code) {
    return message("insight.by." + code, code);
  }

  String name(Dimension dimension, String code) {
    return switch (dimension) {
      case DESK -> code.equals("NONE") ? "No desk yet" : code;
      case VERSION -> code.equals("0") ? "Not known" : "Version " + code;
      default -> code.equals("NONE") ? "Not triaged" : message(dimension.code() + "." + code, code);
    };
  }

  private String message(String key, String otherwise) {
    return Objects.requireNonNull(messages.getMessage(key, null, otherwise, Locale.ENGLISH));
  }
}
