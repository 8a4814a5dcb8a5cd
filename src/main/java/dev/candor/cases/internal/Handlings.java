package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView.Handling;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts together what was done with a case on its way. */
@Component
class Handlings {

  private final CaseFiles files;
  private final Timeline timeline;
  private final Corrections corrections;
  private final Surroundings surroundings;
  private final Correspondence correspondence;
  private final CaseReading reading;

  /**
   * @param reading knows which precedents somebody may know of; it reads single cases by this class
   */
  Handlings(
      CaseFiles files,
      Timeline timeline,
      Corrections corrections,
      Surroundings surroundings,
      Correspondence correspondence,
      @Lazy CaseReading reading) {
    this.files = files;
    this.timeline = timeline;
    this.corrections = corrections;
    this.surroundings = surroundings;
    this.correspondence = correspondence;
    this.reading = reading;
  }

  Handling of(CaseReference reference, Person viewer) {
    var file = files.find(reference).orElseThrow(UnknownCase::new);
    return new Handling(
        file.decider(),
        corrections.of(reference),
        precedents(reference, viewer),
        surroundings.grounds(reference),
        file.state() == CaseState.IN_REVIEW && awaitsAnswer(reference),
        correspondence.answer(reference).orElse(null),
        correspondence.reply(reference).orElse(null),
        correspondence.carriedOut(reference).orElse(null));
  }

  private boolean awaitsAnswer(CaseReference reference) {
    return timeline.has(reference, What.ASKED_IN_WRITING)
        && !timeline.has(reference, What.ANSWERED)
        && !timeline.has(reference, What.NOT_ANSWERED);
  }

  /** In the order they were kept. */
  private List<CaseLine> precedents(CaseReference reference, Person viewer) {
    var kept = surroundings.precedents(reference);
    var known =
        reading.lines(viewer, kept).stream()
            .collect(Collectors.toMap(CaseLine::reference, Function.identity()));
    return kept.stream()
        .map(CaseReference::value)
        .filter(known::containsKey)
        .map(known::get)
        .toList();
  }
}
