package dev.candor.cases.pages;

import dev.candor.cases.CaseView;
import dev.candor.cases.CaseView.Correction;
import dev.candor.cases.Correctable;
import dev.candor.cases.Flag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;

/** What was flagged otherwise than it stands now. */
final class FirstCorrections {

  private FirstCorrections() {}

  /** Of each field the first, which says what was flagged; none where that stands again. */
  static Collection<Correction> thatStand(CaseView view) {
    var first = new LinkedHashMap<String, Correction>();
    view.handling().corrections().forEach(each -> first.putIfAbsent(each.field(), each));
    first.values().removeIf(each -> standsAgain(each, view.flag()));
    return first.values();
  }

  private static boolean standsAgain(Correction first, Flag flag) {
    var flagged = Objects.requireNonNullElse(first.was(), "");
    return Correctable.named(first.field())
        .filter(field -> field.of(flag).equals(flagged))
        .isPresent();
  }
}
