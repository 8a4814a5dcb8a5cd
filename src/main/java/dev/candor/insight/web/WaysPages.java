package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.AtLeast;
import dev.candor.insight.internal.HeatMap;
import dev.candor.insight.internal.HeatMap.Diagram;
import dev.candor.insight.internal.HeatMap.Heat;
import dev.candor.insight.internal.Ways;
import dev.candor.insight.internal.Ways.Others;
import dev.candor.insight.internal.Ways.Return;
import dev.candor.insight.internal.Ways.Way;
import dev.candor.insight.web.InsightPage.Choice;
import dev.candor.insight.web.WaysPage.HeatRow;
import dev.candor.insight.web.WaysPage.ReturnRow;
import dev.candor.insight.web.WaysPage.WayRow;
import dev.candor.web.InvalidInput;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts ways, and what is told of a diagram's elements, into the words of the page. */
@Component
class WaysPages {

  private static final String FIRST = "RegionalReviewProcess";
  private static final int LEVELS = 5;

  private final HeatMap map;
  private final Ways ways;
  private final InsightForms forms;

  WaysPages(HeatMap map, Ways ways, InsightForms forms) {
    this.map = map;
    this.ways = ways;
    this.forms = forms;
  }

  WaysPage of(Person person, Asked asked, @Nullable String wanted, Colour colour) {
    var query = asked.query(person.zone());
    var diagrams = map.diagrams(person);
    var process = process(wanted, diagrams);
    var heat = map.heat(person, query, process);
    var taken = ways.taken(person, query);
    var spoken = Spoken.upTo(asked.working(), 0);
    double most = heat.stream().mapToDouble(colour::value).max().orElse(0);
    return new WaysPage(
        forms.of(person, asked),
        diagrams,
        process,
        Arrays.stream(Colour.values()).map(this::choice).toList(),
        choice(colour),
        most > 0 ? colour.words(most, spoken) : "",
        heat.stream()
            .sorted(Comparator.<Heat>comparingDouble(colour::value).reversed())
            .map(each -> row(each, colour, most, spoken))
            .toList(),
        Stream.concat(
                taken.ways().stream().map(way -> row(way, spoken)),
                Stream.ofNullable(taken.others()).map(others -> row(others, spoken)))
            .toList(),
        taken.returns().stream().map(WaysPages::row).toList(),
        words(taken.cameBack(), Spoken.percent(taken.share())));
  }

  /**
   * The process that is wanted; the first one unless an address says which.
   *
   * @throws InvalidInput where there is no such diagram
   */
  static String process(@Nullable String wanted, List<Diagram> diagrams) {
    if (wanted == null || wanted.isBlank() || wanted.equals(FIRST)) {
      return FIRST;
    }
    return diagrams.stream()
        .map(Diagram::id)
        .filter(wanted::equals)
        .findFirst()
        .orElseThrow(() -> new InvalidInput("process", "There is no such process"));
  }

  private Choice choice(Colour colour) {
    return new Choice(colour.code(), forms.message("insight.colour." + colour, colour.code()));
  }

  private static HeatRow row(Heat heat, Colour colour, double most, Spoken spoken) {
    double value = colour.value(heat);
    return new HeatRow(
        heat.element(),
        value > 0 ? Math.min(LEVELS, 1 + (int) (value * LEVELS / most)) : 0,
        colour.words(value, spoken),
        heat.name(),
        spoken.of(heat.seconds()),
        spoken.of(heat.forUs()),
        heat.passes(),
        heat.cases(),
        Spoken.percent((double) heat.again() / heat.cases()),
        missed(heat),
        heat.cutOff());
  }

  private static String missed(Heat heat) {
    if (heat.deadlines() == 0) {
      return "";
    }
    return heat.missed() == null ? Spoken.FEW : Spoken.percent(heat.missed());
  }

  private static WayRow row(Way way, Spoken spoken) {
    return new WayRow(
        way.steps().isEmpty() ? "No task and no wait" : String.join(" → ", way.steps()),
        String.valueOf(way.returns()),
        way.n(),
        Spoken.percent(way.share()),
        spoken.of(way.median()));
  }

  private static WayRow row(Others others, Spoken spoken) {
    return new WayRow(
        "Other ways", "", others.n(), Spoken.percent(others.share()), spoken.of(others.median()));
  }

  private static ReturnRow row(Return one) {
    return new ReturnRow(
        one.from(),
        one.to(),
        words(one.cases(), String.valueOf(one.cases().n())),
        words(one.cases(), Spoken.percent(one.share())),
        words(one.times(), String.valueOf(one.times().n())));
  }

  private static String words(AtLeast count, String figure) {
    if (count.exact()) {
      return figure;
    }
    return count.n() == 0 ? "too few to tell" : "at least " + figure;
  }
}
