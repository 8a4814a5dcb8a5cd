package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.DossierReaders;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger knows each dossier that left the register, by the hash of its bytes. */
@Component
public class NotingDossiers {

  private final LedgerNotes ledger;

  NotingDossiers(LedgerNotes ledger) {
    this.ledger = ledger;
  }

  /**
   * @param form PDF or JSON
   */
  @Transactional
  public void note(
      CaseReference reference, Person by, DossierReaders readers, String form, byte[] dossier) {
    ledger.tookDossier(reference, by.id(), readers.name(), form, DigestUtils.sha256Hex(dossier));
  }
}
