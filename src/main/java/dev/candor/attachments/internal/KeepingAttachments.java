package dev.candor.attachments.internal;

import dev.candor.access.Person;
import dev.candor.attachments.Attachment;
import dev.candor.attachments.AttachmentSettings;
import dev.candor.attachments.Attachments;
import dev.candor.attachments.FileKind;
import dev.candor.attachments.NotTaken;
import dev.candor.attachments.SealedKey;
import dev.candor.attachments.UnknownAttachment;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import dev.candor.web.RefusedByRule;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * First the file, then the row that makes it count, in the transaction that the ledger hears of it:
 * a crash leaves a file that nothing points to at most, and the next start sweeps that.
 */
@Component
class KeepingAttachments implements Attachments {

  /** As much as Tika looks at. */
  private static final int BEGINNING = 64 * 1024;

  private final AttachmentTable table;
  private final SealedFiles files;
  private final CurrentKeys keys;
  private final AttachmentNotes notes;
  private final AttachmentSettings settings;
  private final NeedToKnow needToKnow;
  private final TransactionTemplate transaction;
  private final Clock clock;

  KeepingAttachments(
      AttachmentTable table,
      SealedFiles files,
      CurrentKeys keys,
      AttachmentNotes notes,
      AttachmentSettings settings,
      NeedToKnow needToKnow,
      TransactionTemplate transaction,
      Clock clock) {
    this.table = table;
    this.files = files;
    this.keys = keys;
    this.notes = notes;
    this.settings = settings;
    this.needToKnow = needToKnow;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Attachment add(CaseReference reference, Person by, String name, InputStream content)
      throws IOException {
    requireRoom(reference, by);
    var called = FileNames.clean(name);
    var id = UUID.randomUUID();
    var key = SealedFiles.newKey();
    var beginning = new BufferedInputStream(new ArrivingFile(content), BEGINNING);
    var kind = Inspection.kindOf(notEmpty(beginning), called);
    var measured =
        files.write(id, key, file -> Measured.copy(beginning, file, settings.largest().toBytes()));
    try {
      Inspection.isWhole(kind, () -> files.readUnfinished(id, key));
      return keep(reference, by, new Found(id, called, kind, measured), key);
    } catch (IOException | RuntimeException failure) {
      files.delete(id);
      throw failure;
    }
  }

  private record Found(UUID id, String name, FileKind kind, Measured measured) {}

  /** Who was taken off the case while the file came in is refused here. */
  private Attachment keep(CaseReference reference, Person by, Found found, byte[] key) {
    var added =
        new Attachment(
            found.id(),
            found.name(),
            found.kind(),
            found.measured().size(),
            found.measured().sha256(),
            by.id(),
            clock.instant());
    transaction.executeWithoutResult(
        status -> {
          requireRoom(reference, by);
          table.insert(reference.value(), added, keys.seal(found.id(), key));
          notes.added(reference, added, by.id());
          try {
            files.keep(found.id());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return added;
  }

  @Override
  public List<Attachment> of(CaseReference reference, Person viewer) {
    requireSight(reference, viewer);
    return table.of(reference.value());
  }

  @Override
  public Opened open(CaseReference reference, Person by, UUID id) {
    var row =
        transaction.execute(
            status -> {
              requireSight(reference, by);
              var found = table.find(reference.value(), id).orElseThrow(UnknownAttachment::new);
              notes.opened(reference, found.attachment(), by.id());
              return found;
            });
    return new Opened(row.attachment(), () -> read(id, row.key()));
  }

  private InputStream read(UUID id, SealedKey key) throws IOException {
    return files.read(id, keys.open(id, key));
  }

  private Sight requireSight(CaseReference reference, Person person) {
    var sight = needToKnow.of(person, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    return sight;
  }

  private void requireRoom(CaseReference reference, Person person) {
    if (!requireSight(reference, person).hasAPart()) {
      throw new AccessDeniedException("Not theirs to add to");
    }
    if (table.count(reference.value()) >= settings.most()) {
      throw new RefusedByRule(
          "This case has %d attachments, and takes no more".formatted(settings.most()));
    }
  }

  private static BufferedInputStream notEmpty(BufferedInputStream content) throws IOException {
    content.mark(1);
    if (content.read() < 0) {
      throw NotTaken.because("There is nothing in it");
    }
    content.reset();
    return content;
  }
}
