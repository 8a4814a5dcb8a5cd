package dev.candor.intake.internal;

import dev.candor.access.Person;
import dev.candor.attachments.Attachments;
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

/** The mail is attached before its draft ends, so that a crash in between loses nothing. */
@Component
class CompletingDrafts implements FlagDrafts {

  private final FlagDraftTable drafts;
  private final Attachments attachments;

  CompletingDrafts(FlagDraftTable drafts, Attachments attachments) {
    this.drafts = drafts;
    this.attachments = attachments;
  }

  @Override
  public List<FlagDraft> of(Person person) {
    return drafts.of(person.id());
  }

  @Override
  public Optional<FlagDraft> find(Person person, UUID id) {
    return drafts.find(person.id(), id);
  }

  @Override
  public Kept completed(Person person, UUID id, CaseReference reference) {
    var original = drafts.original(person.id(), id);
    if (original.isEmpty()) {
      return Kept.GONE;
    }
    var kept = attach(person, id, reference, original.get());
    drafts.end(person.id(), id);
    return kept;
  }

  @Override
  public void discard(Person person, UUID id) {
    drafts.end(person.id(), id);
  }

  private Kept attach(Person person, UUID id, CaseReference reference, byte[] original) {
    var name = "forwarded-" + id + ".eml";
    if (attachments.of(reference, person).stream().anyMatch(file -> file.name().equals(name))) {
      return Kept.ATTACHED;
    }
    try {
      attachments.add(reference, person, name, new ByteArrayInputStream(original));
      return Kept.ATTACHED;
    } catch (NotTaken refused) {
      return Kept.NOT_TAKEN;
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }
}
