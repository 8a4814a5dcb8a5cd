package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView.Handling;
import dev.candor.cases.Flag;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import org.springframework.stereotype.Component;

/** Puts together what was done with a case on its way. */
@Component
class Handlings {

  private final CaseFiles files;
  private final Timeline timeline;
  private final Corrections corrections;
  private final Surroundings surroundings;
  private final Correspondence correspondence;
  private final Precedents precedents;

  Handlings(
      CaseFiles files,
      Timeline timeline,
      Corrections corrections,
      Surroundings surroundings,
      Correspondence correspondence,
      Precedents precedents) {
    this.files = files;
    this.timeline = timeline;
    this.corrections = corrections;
    this.surroundings = surroundings;
    this.correspondence = correspondence;
    this.precedents = precedents;
  }

  Handling of(CaseReference reference, Flag flag, Person viewer) {
    var file = files.find(reference).orElseThrow(UnknownCase::new);
    return new Handling(
        file.decider(),
        corrections.of(reference, flag),
        precedents.of(reference, viewer),
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
}
