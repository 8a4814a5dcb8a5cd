package dev.candor.runtime.internal.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * What a start finds in a folder, to be broken.
 *
 * @param middleName of a file of the log that has others before it and behind it, and three frames
 *     or more: one of them taken out leaves a gap inside the file
 */
record Found(Path folder, String middleName) {

  /** The length of a log file's header. */
  static final int HEADER = 24;

  interface Change<T> {
    void make(T in) throws IOException;
  }

  List<Path> segments() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  Path middle() {
    return folder.resolve(middleName);
  }

  /** The names of the files of a log that are fit to be {@link #middle}. */
  static List<String> fitToBeTheMiddle(Path folder) throws IOException {
    var found = new Found(folder, "");
    var between = found.segments().subList(1, found.segments().size() - 1);
    var fit = new ArrayList<String>();
    for (Path segment : between) {
      if (found.frames(segment).size() >= 3) {
        fit.add(segment.getFileName().toString());
      }
    }
    return fit;
  }

  List<Path> snapshots() throws IOException {
    try (var files = Files.list(folder.resolve("snapshots"))) {
      return files.sorted().toList();
    }
  }

  int secondFrame(Path segment) throws IOException {
    return frames(segment).get(1);
  }

  int lastFrame(Path segment) throws IOException {
    return frames(segment).getLast();
  }

  /** Where each of its frames begins. */
  List<Integer> frames(Path segment) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(segment));
    return IntStream.iterate(
            HEADER, frame -> frame < bytes.limit(), frame -> frame + bytes.getInt(frame))
        .boxed()
        .toList();
  }

  /** In both snapshots; answers the file of the newer one. */
  Path eachSnapshot(String part, Change<Path> change) throws IOException {
    for (Path snapshot : snapshots()) {
      change.make(snapshot.resolve(part));
    }
    return snapshots().getLast().resolve(part);
  }

  /** What lies behind the limit is cut off. */
  void change(Path file, Change<ByteBuffer> change) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    change.make(bytes);
    byte[] changed = new byte[bytes.limit()];
    bytes.get(0, changed);
    Files.write(file, changed);
  }

  /** Of every file. */
  SortedMap<Path, Long> checksums() throws IOException {
    SortedMap<Path, Long> all = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(file, checksum(ByteBuffer.wrap(Files.readAllBytes(file))));
      }
    }
    return all;
  }

  /** The files of the log behind this one. */
  void deleteBehind(Path segment) throws IOException {
    for (Path file : segments()) {
      if (number(file) > number(segment)) {
        Files.delete(file);
      }
    }
  }

  static long number(Path segment) {
    return Long.parseLong(segment.getFileName().toString().replace(".log", ""));
  }

  static long checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
