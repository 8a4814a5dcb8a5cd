package dev.candor.intake.internal;

import dev.candor.access.Acting;
import dev.candor.attachments.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Drafts were not sealed once: a start seals those that are left, one by one, each in a transaction
 * that locks it. What stops in between goes on at the next start, and two machines take turns.
 */
@Component
class SealingDraftsOfBefore implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SealingDraftsOfBefore.class);

  private final FlagDraftTable drafts;

  SealingDraftsOfBefore(FlagDraftTable drafts) {
    this.drafts = drafts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var sealed = Acting.asService(Sealing.KEEPER, this::sealAll);
    if (sealed > 0) {
      LOG.info("{} drafts of forwarded mails, kept by an earlier version, are sealed now", sealed);
    }
  }

  private int sealAll() {
    var sealed = 0;
    while (drafts.sealOneOfBefore()) {
      sealed++;
    }
    return sealed;
  }
}
