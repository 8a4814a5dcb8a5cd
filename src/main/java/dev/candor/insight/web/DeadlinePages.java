package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.Pauses;
import dev.candor.insight.internal.Pauses.Paused;
import dev.candor.insight.internal.ServiceLevels;
import dev.candor.insight.internal.ServiceLevels.Kept;
import dev.candor.insight.internal.ServiceLevels.Level;
import dev.candor.insight.web.DeadlinePage.Ended;
import dev.candor.insight.web.DeadlinePage.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts how deadlines are kept into the words of the page. */
@Component
class DeadlinePages {

  private final ServiceLevels levels;
  private final Pauses pauses;
  private final InsightForms forms;

  DeadlinePages(ServiceLevels levels, Pauses pauses, InsightForms forms) {
    this.levels = levels;
    this.pauses = pauses;
    this.forms = forms;
  }

  DeadlinePage of(Person person, Asked asked) {
    var query = asked.query(person.zone());
    var all = levels.of(person, query);
    var now = Kept.of(all.stream().map(Level::now));
    var before = Kept.of(all.stream().map(Level::before));
    return new DeadlinePage(
        forms.of(person, asked, ServiceLevels.CHOSEN_BY),
        now.n(),
        now.share() == null ? null : Spoken.percent(now.share()),
        before.share() == null
            ? Spoken.FEW + " ended before"
            : change(now, before) + " of " + before.n(),
        sum(all, Level::open),
        sum(all, Level::atRisk),
        sum(all, Level::overdue),
        rows(all),
        pauses
            .of(person, query)
            .map(
                paused ->
                    words(
                        paused,
                        pauses.of(person, query.before()).orElse(null),
                        Spoken.upTo(asked.working(), 0)))
            .orElse(null));
  }

  private static int sum(List<Level> levels, ToIntFunction<Level> count) {
    return levels.stream().mapToInt(count).sum();
  }

  private static List<Row> rows(List<Level> levels) {
    var untold = untold(levels);
    return levels.stream()
        .map(level -> row(level, untold.contains(level) ? null : level.now()))
        .toList();
  }

  /**
   * Those of which few ended. Where all of these are few as well, they could be reckoned from the
   * whole: then the smallest of the others besides.
   */
  private static Set<Level> untold(List<Level> levels) {
    var few = new HashSet<Level>();
    var enough = new ArrayList<Level>();
    levels.stream()
        .filter(level -> level.now().n() > 0)
        .forEach(level -> (level.now().share() == null ? few : enough).add(level));
    if (!few.isEmpty() && Kept.of(few.stream().map(Level::now)).share() == null) {
      enough.stream().min(Comparator.comparingInt(level -> level.now().n())).ifPresent(few::add);
    }
    return few;
  }

  private static Row row(Level level, @Nullable Kept told) {
    return new Row(
        level.step(),
        level.severity(),
        told == null ? null : new Ended(told.met(), told.breached(), share(told)),
        level.before().share() == null ? Spoken.FEW : change(told, level.before()),
        level.open(),
        level.atRisk(),
        level.overdue());
  }

  private static String share(Kept kept) {
    return kept.share() == null ? Spoken.FEW : Spoken.percent(kept.share());
  }

  /** {@code 8 % (−3 points)}. */
  private static String change(@Nullable Kept now, Kept before) {
    return share(before)
        + (now == null || now.share() == null
            ? ""
            : " (" + Spoken.points(now.share(), before.share()) + ")");
  }

  private static DeadlinePage.Pauses words(Paused now, @Nullable Paused before, Spoken spoken) {
    return new DeadlinePage.Pauses(
        now.n() + " of " + now.all(),
        spoken.of(now.median()),
        spoken.of(now.p85()),
        spoken.of(now.mean()),
        before == null
            ? Spoken.FEW
            : spoken.of(before.median()) + " " + Spoken.change(now.median(), before.median()));
  }
}
