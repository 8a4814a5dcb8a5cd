package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Opened;
import dev.candor.cases.CaseView.Precedent;
import java.util.List;
import java.util.Map;
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
                    .map(line -> precedent(line, alike, opened))
                    .stream())
        .toList();
  }

  /** Who sees nothing but how it stands, since they flagged it, is not told what it holds. */
  private static Precedent precedent(CaseLine line, Alike alike, Map<String, List<Opened>> opened) {
    var told = line.sight().showsContent();
    return new Precedent(
        line,
        told ? alike.facts() : List.of(),
        told ? alike.words() : List.of(),
        told ? alike.items() : List.of(),
        opened.getOrDefault(line.reference(), List.of()));
  }
}
