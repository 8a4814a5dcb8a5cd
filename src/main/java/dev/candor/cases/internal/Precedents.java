package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Precedent;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The precedents that were put beside a case, as far as somebody may know of them. */
@Component
class Precedents {

  private final Surroundings surroundings;
  private final OpenedPrecedents openings;
  private final CaseReading reading;

  /**
   * @param reading knows which of them somebody may know of; it reads single cases by this class
   */
  Precedents(Surroundings surroundings, OpenedPrecedents openings, @Lazy CaseReading reading) {
    this.surroundings = surroundings;
    this.openings = openings;
    this.reading = reading;
  }

  /** The nearest first. */
  List<Precedent> of(CaseReference reference, Person viewer) {
    var kept = surroundings.precedents(reference);
    var known = reading.lines(viewer, kept.stream().map(Alike::reference).toList());
    if (known.isEmpty()) {
      return List.of();
    }
    var opened = openings.of(reference);
    return kept.stream()
        .flatMap(
            alike ->
                Optional.ofNullable(known.get(alike.reference().value()))
                    .map(
                        line ->
                            new Precedent(
                                line,
                                alike.facts(),
                                alike.words(),
                                opened.getOrDefault(line.reference(), List.of())))
                    .stream())
        .toList();
  }
}
