package dev.candor.intake.internal;

import dev.candor.access.Person;
import dev.candor.attachments.Attachments;
import dev.candor.attachments.BrokenSeal;
import dev.candor.attachments.NotTaken;
import dev.candor.cases.CaseReference;
import dev.candor.intake.FlagDrafts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail is attached and its draft ends in one transaction, which nobody else completes the draft
 * in: it is attached once, and is never in neither place.
 */
@Component
class CompletingDrafts implements FlagDrafts {

  private final FlagDraftTable drafts;
  private final DraftSeals seals;
  private final Attachments attachments;

  CompletingDrafts(FlagDraftTable drafts, DraftSeals seals, Attachments attachments) {
    this.drafts = drafts;
    this.seals = seals;
    this.attachments = attachments;
  }

  @Override
  public List<FlagDraft> of(Person person) {
    return drafts.of(person.id()).stream().map(seals::open).toList();
  }

  @Override
  public Optional<FlagDraft> find(Person person, UUID id) {
    return drafts.find(person.id(), id).map(seals::open);
  }

  @Override
  @Transactional
  public Kept completed(Person person, UUID id, CaseReference reference) {
    var original = drafts.lockedOriginal(person.id(), id);
    if (original.isEmpty()) {
      return Kept.GONE;
    }
    try {
      var mail = new ByteArrayInputStream(seals.open(original.get()));
      attachments.add(reference, person, "forwarded-" + id + ".eml", mail);
      drafts.end(person.id(), id);
      return Kept.ATTACHED;
    } catch (NotTaken refused) {
      return Kept.NOT_TAKEN;
    } catch (BrokenSeal broken) {
      return Kept.BROKEN;
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  @Override
  public void discard(Person person, UUID id) {
    drafts.end(person.id(), id);
  }
}
