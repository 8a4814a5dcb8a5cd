package dev.candor.studio.web;

import dev.candor.process.FileSet;
import dev.candor.studio.Finding;
import dev.candor.studio.Releases.NotSound;
import dev.candor.web.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files as browsers and clients send and get them: one by one, or as a zip. */
final class UploadedFiles {

  private static final int MOST_UNPACKED = 16 * 1024 * 1024;

  private UploadedFiles() {}

  /**
   * @throws InvalidInput when there is no file
   * @throws NotSound when one of them is neither diagram, table nor form
   */
  static FileSet read(List<MultipartFile> uploads) {
    var files = new HashMap<String, byte[]>();
    var strange = new ArrayList<Finding>();
    for (var upload : uploads) {
      var name = nameOf(upload.getOriginalFilename());
      try {
        if (name.endsWith(".zip")) {
          unpack(upload.getInputStream(), files);
        } else if (FileSet.takes(name)) {
          files.put(name, upload.getBytes());
        } else if (!name.isEmpty()) {
          strange.add(
              new Finding(
                  name,
                  "file",
                  "is neither a diagram, a table nor a form",
                  "send .bpmn, .dmn and .form files, or a .zip of them"));
        }
      } catch (ZipException e) {
        strange.add(new Finding(name, "file", "cannot be unpacked", "pack it again"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!strange.isEmpty()) {
      throw new NotSound(strange);
    }
    if (files.isEmpty()) {
      throw new InvalidInput("files", "Choose at least one diagram, table or form");
    }
    return FileSet.of(files);
  }

  static byte[] zip(FileSet set) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var name : set.names()) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(set.content(name));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Whatever else is in the zip, such as a README, stays out. */
  private static void unpack(InputStream upload, Map<String, byte[]> files) throws IOException {
    var left = MOST_UNPACKED;
    try (var zip = new ZipInputStream(upload)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = nameOf(entry.getName());
        var content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
          throw new ZipException("Too much to unpack");
        }
        if (FileSet.takes(name)) {
          files.put(name, content);
        }
      }
    }
  }

  private static String nameOf(@Nullable String path) {
    var name = path == null ? "" : path;
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
