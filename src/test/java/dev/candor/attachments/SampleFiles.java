package dev.candor.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people attach them, and as they should not. */
final class SampleFiles {

  static final byte[] PDF = bytes("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer\n%%EOF\n");
  static final byte[] CUT_OFF_PDF = bytes("%PDF-1.7\n1 0 obj <</Type /Cata");
  static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };
  static final byte[] PROGRAM = bytes("MZ\u0090\0\3\0\0\0 This program cannot be run in DOS mode");
  static final byte[] HTML = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
  static final byte[] DOCX = zip(Map.of("word/document.xml", bytes("<w:document/>")));
  static final byte[] ZIP = zip(Map.of("letter.pdf", PDF));
  static final byte[] ZIP_IN_DOCX =
      zip(Map.of("word/document.xml", bytes("<w:document/>"), "word/embeddings/more.zip", ZIP));

  private SampleFiles() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] firstHalf(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
