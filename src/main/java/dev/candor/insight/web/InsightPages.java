package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.Buckets;
import dev.candor.insight.internal.CycleTimes.Figures;
import dev.candor.insight.internal.CycleTimes.Group;
import dev.candor.insight.internal.Flow;
import dev.candor.insight.internal.Percentiles.Estimate;
import dev.candor.insight.internal.Sample.Summary;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.insight.web.InsightPage.Cells;
import dev.candor.insight.web.InsightPage.Control;
import dev.candor.insight.web.InsightPage.Counted;
import dev.candor.insight.web.InsightPage.Figure;
import dev.candor.insight.web.InsightPage.Headline;
import dev.candor.insight.web.InsightPage.Line;
import dev.candor.insight.web.InsightPage.Place;
import dev.candor.insight.web.InsightPage.Point;
import dev.candor.insight.web.InsightPage.Share;
import dev.candor.insight.web.InsightPage.Split;
import dev.candor.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts figures into the words of the page. */
@Component
class InsightPages {

  private static final Counted CASES =
      new Counted("case", "Cases", "Cases that ended", "Cycle time");

  private final AskedFigures asking;
  private final InsightForms forms;

  InsightPages(AskedFigures asking, InsightForms forms) {
    this.asking = asking;
    this.forms = forms;
  }

  InsightPage of(Person person, Asked asked) {
    var steps = forms.steps(person);
    var step = asked.stepOf(steps);
    var figures = asking.figures(person, asked, step);
    var groups = asking.groups(person, asked);
    var spoken =
        Spoken.upTo(asked.working(), figures.now() == null ? 0 : figures.now().p95().value());
    return new InsightPage(
        forms.of(person, asked, steps),
        step.map(Step::name).map(InsightPages::passes).orElse(CASES),
        spoken.unit(),
        figures.now() == null ? null : headline(figures.now(), figures.before(), spoken),
        Histogram.of(figures.sorted()).inWords(spoken),
        control(figures, spoken),
        figures.flow() == null ? List.of() : flow(figures.flow()),
        unit(figures.buckets()),
        bucket(figures.buckets()),
        groups.stream().map(group -> line(group, asked, spoken)).toList(),
        forms.by(asked.by()));
  }

  private static Counted passes(String name) {
    return new Counted("pass", "Passes", "Passes through “" + name + "” that ended", "Time");
  }

  private static Headline headline(Summary now, @Nullable Summary before, Spoken spoken) {
    return new Headline(
        now.n(),
        before == null ? Spoken.FEW : String.valueOf(before.n()),
        List.of(
            figure("Median", Summary::median, now, before, spoken),
            figure("85th percentile", Summary::p85, now, before, spoken),
            figure("95th percentile", Summary::p95, now, before, spoken)),
        new Split(
            List.of(
                share("us", "Waiting for us", now.forUs(), now.mean(), spoken),
                share("hand", "In hand", now.inHand(), now.mean(), spoken),
                share("them", "Waiting for them", now.forThem(), now.mean(), spoken))));
  }

  private static Figure figure(
      String name,
      Function<Summary, Estimate> which,
      Summary now,
      @Nullable Summary before,
      Spoken spoken) {
    var estimate = which.apply(now);
    var then = before == null ? null : which.apply(before);
    return new Figure(
        name,
        spoken.of(estimate.value()),
        spoken.between(estimate.low(), estimate.high()),
        then == null
            ? Spoken.FEW
            : spoken.of(then.value()) + " " + Spoken.change(estimate.value(), then.value()));
  }

  private static Share share(String code, String name, double mean, double whole, Spoken spoken) {
    var percent = whole == 0 ? 0 : mean / whole * 100;
    return new Share(
        code,
        name,
        spoken.of(mean),
        String.format(Locale.ROOT, "%.0f %%", percent),
        spoken.value(mean));
  }

  private static Control control(Figures figures, Spoken spoken) {
    var chart = figures.chart();
    var points = new ArrayList<Point>();
    for (int i = 0; i < chart.points().size(); i++) {
      var point = chart.points().get(i);
      points.add(
          new Point(
              figures.charted() == null
                  ? "Case " + (i + 1)
                  : Times.day(figures.buckets().day(figures.charted().get(i))),
              spoken.of(point.value()),
              spoken.value(point.value()),
              point.signal(),
              spoken.value(chart.mean()),
              spoken.value(chart.upper()),
              spoken.value(chart.lower())));
    }
    var of =
        figures.charted() == null
            ? "each case, in the order in which they ended"
            : "the median of each " + unit(figures.buckets());
    return new Control(
        points,
        spoken.of(chart.mean()),
        spoken.of(chart.upper()),
        spoken.of(chart.lower()),
        of,
        said(points));
  }

  private static String said(List<Point> points) {
    long signals = points.stream().filter(point -> !point.signal().isEmpty()).count();
    return signals == 0
        ? "No signal: what differs is within what chance does."
        : signals + " of " + points.size() + " points are signals.";
  }

  private static String unit(Buckets buckets) {
    return buckets.unit().name().toLowerCase(Locale.ROOT);
  }

  private static String bucket(Buckets buckets) {
    return switch (buckets.unit()) {
      case DAY -> "Day";
      case WEEK -> "Week of";
      case MONTH -> "Month of";
    };
  }

  private static List<Place> flow(Flow flow) {
    var places = new ArrayList<Place>();
    int arrived = flow.open();
    int ended = 0;
    for (int i = 0; i < flow.counts().size(); i++) {
      var counts = flow.counts().get(i);
      var day = flow.buckets().day(i);
      arrived += counts.arrived();
      ended += counts.ended();
      places.add(
          new Place(
              Times.day(day),
              day.toString(),
              counts.arrived(),
              counts.ended(),
              counts.openAtEnd(),
              arrived,
              ended));
    }
    return places;
  }

  private Line line(Group group, Asked asked, Spoken spoken) {
    var name = asked.dimension().map(it -> forms.name(it, group.code())).orElse(group.name());
    var summary = group.summary();
    return new Line(name, summary == null ? null : cells(summary, group.before(), spoken));
  }

  private static Cells cells(Summary summary, @Nullable Summary before, Spoken spoken) {
    int median = summary.median().value();
    return new Cells(
        summary.n(),
        spoken.of(median),
        spoken.between(summary.median().low(), summary.median().high()),
        before == null ? Spoken.FEW : spoken.of(before.median().value()),
        before == null ? "" : Spoken.change(median, before.median().value()) + ", n " + before.n(),
        spoken.of(summary.p85().value()),
        spoken.between(summary.p85().low(), summary.p85().high()),
        spoken.of(summary.p95().value()),
        spoken.between(summary.p95().low(), summary.p95().high()),
        spoken.of(summary.forUs()),
        spoken.of(summary.inHand()),
        spoken.of(summary.forThem()),
        spoken.value(median),
        spoken.value(summary.p85().value()),
        spoken.value(summary.p95().value()));
  }
}
