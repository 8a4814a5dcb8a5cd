package dev.candor.attachments.internal;

import dev.candor.access.PersonId;
import dev.candor.attachments.Attachment;
import dev.candor.cases.CaseReference;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the ledger learns of files: what they are by their hash, never what they are called. */
@Component
class AttachmentNotes {

  private final Ledger ledger;

  AttachmentNotes(Ledger ledger) {
    this.ledger = ledger;
  }

  void added(CaseReference reference, Attachment added, PersonId by) {
    note(LedgerKind.ATTACHED, reference, by, Map.of("sha256", added.sha256()));
  }

  void opened(CaseReference reference, Attachment opened, PersonId by) {
    note(LedgerKind.READ, reference, by, Map.of("what", "ATTACHMENT", "sha256", opened.sha256()));
  }

  private void note(
      LedgerKind kind, CaseReference reference, PersonId by, Map<String, String> facts) {
    ledger.record(List.of(LedgerEntry.of(kind, by, reference.value(), facts)));
  }
}
