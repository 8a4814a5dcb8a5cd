package dev.candor.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is taken as an attachment: what can be looked at without running anything. */
public enum FileKind {
  PDF("PDF document", "application/pdf", "pdf"),
  PNG("PNG picture", "image/png", "png"),
  JPEG("JPEG picture", "image/jpeg", "jpg", "jpeg"),
  GIF("GIF picture", "image/gif", "gif"),
  WEBP("WebP picture", "image/webp", "webp"),
  TIFF("TIFF picture", "image/tiff", "tif", "tiff"),
  TEXT("text", "text/plain", "txt", "csv", "md", "log"),
  EMAIL("e-mail message", "message/rfc822", "eml"),
  DOCX(
      "Word document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx"),
  XLSX(
      "Excel workbook",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xlsx"),
  PPTX(
      "PowerPoint presentation",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "pptx"),
  ODT("OpenDocument text", "application/vnd.oasis.opendocument.text", "odt"),
  ODS("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
  ODP("OpenDocument presentation", "application/vnd.oasis.opendocument.presentation", "odp");

  private final String words;
  private final String mediaType;
  private final List<String> endings;

  FileKind(String words, String mediaType, String... endings) {
    this.words = words;
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  public String words() {
    return words;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of a name, without the dot; the first is the usual one. */
  public List<String> endings() {
    return endings;
  }

  public static Optional<FileKind> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }

  public static Optional<FileKind> ofEnding(String ending) {
    return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
  }
}
