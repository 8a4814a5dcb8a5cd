package dev.candor.intake;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mails that somebody forwarded to be flagged, until they complete them: nobody else sees them, and
 * nothing happens to them by itself, but that they go after 30 days. They are sealed until then.
 */
public interface FlagDrafts {

  /** Latest first. */
  List<FlagDraft> of(Person person);

  /** Empty when there is none, or none of theirs, or it was completed or thrown away. */
  Optional<FlagDraft> find(Person person, UUID id);

  /**
   * It became a case: the mail as it came is attached, once, and the draft ends. It stays where the
   * mail is not taken or does not open, since nobody else has it.
   */
  Kept completed(Person person, UUID id, CaseReference reference);

  /** Nothing of it is left; no trouble when it is gone already. */
  void discard(Person person, UUID id);

  /**
   * @param text null when it does not open: it is not what was sealed
   * @param sentAt as the mail says; null when it does not
   */
  record FlagDraft(UUID id, @Nullable Text text, @Nullable Instant sentAt, Instant takenAt) {

    /**
     * @param subject of the mail; empty when it has none
     * @param words of the mail, as far as it has some that can be read as text
     */
    public record Text(String subject, String words) {}
  }

  /** What became of the mail itself. */
  enum Kept {
    ATTACHED,
    /** Attachments like this are not taken; the draft is still there. */
    NOT_TAKEN,
    /** What is kept of it is not what was sealed; the draft is still there. */
    BROKEN,
    /** There was no such draft any more. */
    GONE
  }
}
