package dev.candor.runtime.internal.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.runtime.internal.log.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * What a snapshot says of itself. On the disk a line with a checksum, then JSON.
 *
 * @param format of the whole snapshot
 * @param processed the engine's state holds this command and everything before it
 * @param projected what searches read holds everything up to here
 * @param written the log was kept at least up to here when the snapshot was taken
 * @param files every file but this one, by its path inside the snapshot
 */
record Manifest(
    int format, long processed, long projected, long written, SortedMap<String, Content> files) {

  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long a file is, and its CRC-32C. */
  record Content(long length, long checksum) {

    static Content of(Path file) throws IOException {
      try (var bytes = new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
        byte[] some = new byte[1 << 16];
        long length = 0;
        for (int read = bytes.read(some); read > 0; read = bytes.read(some)) {
          length += read;
        }
        return new Content(length, bytes.getChecksum().getValue());
      }
    }
  }

  /** The log must not begin behind this position, or the snapshot cannot be gone on from. */
  @JsonIgnore
  long neededFrom() {
    return Math.min(processed, projected);
  }

  /** All files below this folder, each forced to the disk, and the folders they are in. */
  static SortedMap<String, Content> force(Path folder) throws IOException {
    SortedMap<String, Content> files = new TreeMap<>();
    try (var below = Files.walk(folder)) {
      for (Path path : below.toList()) {
        Disk.force(path);
        if (Files.isRegularFile(path)) {
          files.put(folder.relativize(path).toString().replace('\\', '/'), Content.of(path));
        }
      }
    }
    return files;
  }

  void write(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    Files.writeString(file, checksum(json) + "\n" + json);
    Disk.force(file);
    Disk.force(folder);
  }

  /**
   * Reads it and checks every file it names.
   *
   * @throws SnapshotDamaged when something is not as it was written
   * @throws SnapshotTooNew when a newer version wrote it
   */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      throw new SnapshotDamaged(file, "it is missing");
    }
    String[] parts = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", 2);
    if (parts.length < 2 || !parts[0].equals(checksum(parts[1]))) {
      throw new SnapshotDamaged(file, "its checksum is not that of its content");
    }
    int format = JSON.readTree(parts[1]).path("format").asInt();
    if (format > FORMAT) {
      throw new SnapshotTooNew(file, format);
    }
    Manifest manifest = JSON.readValue(parts[1], Manifest.class);
    for (var entry : manifest.files.entrySet()) {
      check(folder.resolve(entry.getKey()), entry.getValue());
    }
    return manifest;
  }

  private static void check(Path file, Content written) throws IOException {
    if (!Files.exists(file)) {
      throw new SnapshotDamaged(file, "it is missing");
    }
    Content found = Content.of(file);
    if (found.length != written.length) {
      throw new SnapshotDamaged(
          file, "it has %d bytes and had %d".formatted(found.length, written.length));
    }
    if (found.checksum != written.checksum) {
      throw new SnapshotDamaged(file, "its checksum is not that of its content");
    }
  }

  private static String checksum(String json) {
    var crc = new CRC32C();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
