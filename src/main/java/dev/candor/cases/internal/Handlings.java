package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Handling;
import dev.candor.cases.Decider;
import dev.candor.cases.Flag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what was done with a case on its way. */
@Component
class Handlings {

  private final Corrections corrections;
  private final Surroundings surroundings;
  private final Correspondence correspondence;
  private final Precedents precedents;

  Handlings(
      Corrections corrections,
      Surroundings surroundings,
      Correspondence correspondence,
      Precedents precedents) {
    this.corrections = corrections;
    this.surroundings = surroundings;
    this.correspondence = correspondence;
    this.precedents = precedents;
  }

  /**
   * @param flag as it was sent
   */
  Handling of(
      CaseReference reference,
      Flag flag,
      @Nullable Decider decider,
      boolean awaitingAnswer,
      Person viewer) {
    return new Handling(
        decider,
        corrections.of(reference, flag),
        precedents.of(reference, viewer),
        surroundings.grounds(reference),
        awaitingAnswer,
        correspondence.answer(reference).orElse(null),
        correspondence.reply(reference).orElse(null),
        correspondence.carriedOut(reference).orElse(null));
  }
}
