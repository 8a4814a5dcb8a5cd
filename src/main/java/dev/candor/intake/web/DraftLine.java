package dev.candor.intake.web;

import dev.candor.access.Person;
import dev.candor.intake.FlagDrafts.FlagDraft;
import dev.candor.web.Times;
import dev.candor.web.Times.Moment;

/**
 * A draft in a list, and above its form.
 *
 * @param subject of the mail; empty when it has none, or when it does not open
 * @param broken whether it does not open
 */
public record DraftLine(String id, String subject, boolean broken, Moment takenAt) {

  static DraftLine of(FlagDraft draft, Person reader) {
    var text = draft.text();
    return new DraftLine(
        draft.id().toString(),
        text == null ? "" : text.subject(),
        text == null,
        Times.moment(draft.takenAt(), reader.zone()));
  }
}
