package dev.candor.attachments.web;

import dev.candor.attachments.Attachment;
import dev.candor.attachments.Attachments.Opened;
import dev.candor.cases.CaseReference;
import dev.candor.cases.UnknownCase;
import dev.candor.web.FileToSave;
import java.time.Instant;
import java.util.UUID;

/** How files are asked for and answered. */
final class AttachmentAnswers {

  private AttachmentAnswers() {}

  /**
   * @param kind its media type
   */
  record AttachmentJson(
      String id, String name, String kind, long size, String sha256, String by, Instant at) {

    static AttachmentJson of(Attachment file) {
      return new AttachmentJson(
          file.id().toString(),
          file.name(),
          file.kind().mediaType(),
          file.size(),
          file.sha256(),
          file.by().value(),
          file.at());
    }
  }

  static FileToSave toSave(Opened opened) {
    var file = opened.attachment();
    return new FileToSave(
        file.name(),
        file.kind().mediaType(),
        file.size(),
        out -> {
          try (var content = opened.content().read()) {
            content.transferTo(out);
          }
        });
  }

  static CaseReference reference(String text) {
    return CaseReference.ifOne(text).orElseThrow(UnknownCase::new);
  }

  /** What cannot be an id is that of no attachment. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      return new UUID(0, 0);
    }
  }
}
