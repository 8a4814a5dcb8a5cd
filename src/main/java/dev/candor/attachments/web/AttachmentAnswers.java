package dev.candor.attachments.web;

import dev.candor.attachments.Attachment;
import dev.candor.attachments.Attachments.Content;
import dev.candor.attachments.Attachments.Opened;
import dev.candor.cases.CaseReference;
import dev.candor.cases.UnknownCase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

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

  /** To be saved, never shown by the browser as a page of ours. */
  static ResponseEntity<StreamingResponseBody> download(Opened opened) {
    var file = opened.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.kind().mediaType()))
        .contentLength(file.size())
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(out -> copy(opened.content(), out));
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

  private static void copy(Content content, OutputStream out) throws IOException {
    try (var stream = content.read()) {
      stream.transferTo(out);
    }
  }
}
