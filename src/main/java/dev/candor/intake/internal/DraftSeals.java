package dev.candor.intake.internal;

import dev.candor.attachments.BrokenSeal;
import dev.candor.attachments.SealedKey;
import dev.candor.attachments.Sealing;
import dev.candor.intake.FlagDrafts.FlagDraft;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals what a draft says, each part by itself, and opens it for whoever it is. */
@Component
class DraftSeals {

  private static final Logger LOG = LoggerFactory.getLogger(DraftSeals.class);

  private static final String SUBJECT = "subject";
  private static final String WORDS = "words";
  private static final String ORIGINAL = "original";

  private final Sealing sealing;

  DraftSeals(Sealing sealing) {
    this.sealing = sealing;
  }

  /** What is not kept as it is. */
  record Plain(String subject, String words, byte[] original) {}

  record Sealed(byte[] subject, byte[] words, byte[] original, SealedKey key) {}

  /** All of a draft but the mail itself, which is large. */
  record SealedText(
      UUID id,
      byte[] subject,
      byte[] words,
      @Nullable Instant sentAt,
      Instant takenAt,
      SealedKey key) {}

  record SealedOriginal(UUID id, byte[] original, SealedKey key) {}

  Sealed seal(UUID id, Plain plain) {
    var seal = sealing.newSeal(id);
    return new Sealed(
        seal.close(SUBJECT, plain.subject().getBytes(StandardCharsets.UTF_8)),
        seal.close(WORDS, plain.words().getBytes(StandardCharsets.UTF_8)),
        seal.close(ORIGINAL, plain.original()),
        seal.key());
  }

  /** Without a text where it does not open: the others of the same person still do. */
  FlagDraft open(SealedText draft) {
    return new FlagDraft(draft.id(), text(draft), draft.sentAt(), draft.takenAt());
  }

  byte[] open(SealedOriginal draft) throws BrokenSeal {
    return sealing.seal(draft.id(), draft.key()).open(ORIGINAL, draft.original());
  }

  private FlagDraft.@Nullable Text text(SealedText draft) {
    try {
      var seal = sealing.seal(draft.id(), draft.key());
      return new FlagDraft.Text(
          new String(seal.open(SUBJECT, draft.subject()), StandardCharsets.UTF_8),
          new String(seal.open(WORDS, draft.words()), StandardCharsets.UTF_8));
    } catch (BrokenSeal broken) {
      LOG.warn("The draft {} does not open: {}", draft.id(), broken.getMessage());
      return null;
    }
  }
}
