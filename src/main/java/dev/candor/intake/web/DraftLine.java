package dev.candor.intake.web;

import dev.candor.access.Person;
import dev.candor.intake.FlagDrafts.FlagDraft;
import dev.candor.web.Times;
import dev.candor.web.Times.Moment;

/**
 * A draft in a list, and above its form.
 *
 * @param subject of the mail; empty when it has none
 */
public record DraftLine(String id, String subject, Moment takenAt) {

  static DraftLine of(FlagDraft draft, Person reader) {
    return new DraftLine(
        draft.id().toString(), draft.subject(), Times.moment(draft.takenAt(), reader.zone()));
  }
}
