package dev.candor.attachments.internal;

import dev.candor.attachments.Attachments.Content;
import dev.candor.attachments.FileKind;
import dev.candor.attachments.NotTaken;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is, by its content: its name is believed only where both agree, or where the content
 * does not say more than "a zip" or "text".
 */
final class Inspection {

  private static final String ZIP = "application/zip";
  private static final int TAIL = 2048;
  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_UNPACKED = 500L << 20;
  private static final String END_OF_ARCHIVE = "PK\5\6";
  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
  private static final Set<FileKind> ZIPPED =
      Set.of(FileKind.DOCX, FileKind.XLSX, FileKind.PPTX, FileKind.ODT, FileKind.ODS, FileKind.ODP);

  private Inspection() {}

  /**
   * @param content from its beginning
   * @return the kind, of which {@link #isWhole} may still say that it is damaged
   * @throws NotTaken when files like this are not taken
   */
  static FileKind kindOf(BufferedInputStream content, String name) throws IOException {
    var type =
        MimeTypes.getDefaultMimeTypes().detect(content, new Metadata()).getBaseType().toString();
    var named = FileKind.ofEnding(ending(name));
    if (type.equals(ZIP)) {
      return named
          .filter(ZIPPED::contains)
          .orElseThrow(
              () ->
                  NotTaken.because(
                      "It is an archive, and archives are not taken: attach the files that are in it"));
    }
    var kind =
        FileKind.ofMediaType(type)
            .orElseThrow(
                () ->
                    NotTaken.because(
                        "What is in it is none of the kinds that are taken: PDF, pictures, text, e-mail, office documents"));
    if (named.isPresent() && named.get() != kind && !isPlain(named.get(), kind)) {
      throw NotTaken.because(
          "Its name says %s, but what is in it is %s: name it for what it is"
              .formatted(named.get().words(), kind.words()));
    }
    if (named.isEmpty() && kind != FileKind.TEXT && !ending(name).isEmpty()) {
      throw NotTaken.because(
          "What is in it is %s: let its name end in .%s"
              .formatted(kind.words(), kind.endings().getFirst()));
    }
    return kind;
  }

  /**
   * Looks at the whole of it once more.
   *
   * @throws NotTaken when it is damaged, or an archive with another one in it
   */
  static void isWhole(FileKind kind, Content content) throws IOException {
    if (kind == FileKind.PDF && !tail(content).contains("%%EOF")) {
      throw NotTaken.because("The PDF is cut off: its end is missing");
    }
    if (ZIPPED.contains(kind)) {
      if (!tail(content).contains(END_OF_ARCHIVE)) {
        throw NotTaken.because("It is damaged: its end is missing");
      }
      lookInto(kind, content);
    }
  }

  private static void lookInto(FileKind kind, Content content) throws IOException {
    var known = false;
    var unpacked = 0L;
    try (var zip = new ZipInputStream(content.read())) {
      var entries = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var start = zip.readNBytes(ARCHIVE.length);
        if (Arrays.equals(start, ARCHIVE)) {
          throw NotTaken.because(
              "There is an archive inside it: take that out and attach it by itself");
        }
        unpacked += start.length + drain(zip, MOST_UNPACKED - unpacked);
        if (++entries > MOST_ENTRIES || unpacked >= MOST_UNPACKED) {
          throw NotTaken.because("It unpacks to more than can be looked at");
        }
        known |= belongsTo(kind, entry.getName());
      }
    } catch (ZipException damaged) {
      throw NotTaken.because("It is damaged: it cannot be opened");
    } catch (EOFException cutOff) {
      throw NotTaken.because("It is damaged: its end is missing");
    }
    if (!known) {
      throw NotTaken.because(
          "Its name says %s, but what is in it is another archive: archives are not taken"
              .formatted(kind.words()));
    }
  }

  /** The entry by which an office document is known. */
  private static boolean belongsTo(FileKind kind, String entry) {
    return switch (kind) {
      case DOCX -> entry.equals("word/document.xml");
      case XLSX -> entry.equals("xl/workbook.xml");
      case PPTX -> entry.equals("ppt/presentation.xml");
      default -> entry.equals("content.xml");
    };
  }

  private static long drain(InputStream stream, long most) throws IOException {
    var buffer = new byte[8192];
    var count = 0L;
    for (var read = stream.read(buffer); read >= 0 && count < most; read = stream.read(buffer)) {
      count += read;
    }
    return count;
  }

  /** The last of it, at least {@link #TAIL} bytes where there are as many. */
  private static String tail(Content content) throws IOException {
    var before = new byte[0];
    var last = new byte[0];
    try (var stream = content.read()) {
      for (var next = stream.readNBytes(TAIL); next.length > 0; next = stream.readNBytes(TAIL)) {
        before = last;
        last = next;
      }
    }
    return new String(before, StandardCharsets.ISO_8859_1)
        + new String(last, StandardCharsets.ISO_8859_1);
  }

  /** An e-mail or a table may look like any text. */
  private static boolean isPlain(FileKind named, FileKind kind) {
    return kind == FileKind.TEXT && named == FileKind.EMAIL
        || kind == FileKind.EMAIL && named == FileKind.TEXT;
  }

  private static String ending(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
