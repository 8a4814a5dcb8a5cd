package dev.candor.attachments.internal;

import dev.candor.attachments.Attachment;
import dev.candor.cases.CaseGoes;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Deletes the files of a case that is deleted, once that is certain. What a crash leaves of them
 * has no key any more, and the next start sweeps it.
 */
@Component
class GoingWithTheCase {

  private static final Logger LOG = LoggerFactory.getLogger(GoingWithTheCase.class);

  private final AttachmentTable table;
  private final SealedFiles files;

  GoingWithTheCase(AttachmentTable table, SealedFiles files) {
    this.table = table;
    this.files = files;
  }

  @EventListener
  void on(CaseGoes goes) {
    var ids = table.of(goes.reference().value()).stream().map(Attachment::id).toList();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            delete(ids);
          }
        });
  }

  private void delete(List<UUID> ids) {
    for (var id : ids) {
      try {
        files.delete(id);
      } catch (IOException e) {
        LOG.warn("The sealed file {} could not be deleted; the next start tries again", id);
      }
    }
  }
}
