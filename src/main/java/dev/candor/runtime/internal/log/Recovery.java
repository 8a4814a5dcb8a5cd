package dev.candor.runtime.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the segments of a folder. A broken end of the last one is what a kill leaves behind: it was
 * never acknowledged, and is cut off. Anything else that is broken stops the start.
 */
final class Recovery {

  private static final Logger LOGGER = LoggerFactory.getLogger(Recovery.class);

  private final Path folder;

  Recovery(Path folder) {
    this.folder = folder;
  }

  /** The last segment, open for writing on, the last block of all, and what the folder has. */
  record Result(Segment segment, Block last, Segments all) {}

  Result linkBehind(Block beforeFirst) throws IOException {
    List<Path> files = segments();
    if (files.isEmpty()) {
      return new Result(Segment.create(folder, 1), beforeFirst, new Segments());
    }
    // Those before the first went when a snapshot stood for them; whether it does is for it to say.
    long first = number(files.getFirst());
    Segments all = new Segments();
    Block last = beforeFirst;
    Path file = files.getFirst();
    ByteBuffer bytes = ByteBuffer.allocate(0);
    int newest = 0;
    int end = 0;
    for (int i = 0; i < files.size(); i++) {
      file = files.get(i);
      if (number(file) != first + i) {
        throw new LogDamaged(file, 0, "segment %d is missing before it".formatted(first + i));
      }
      bytes = Segment.map(file, number(file));
      end = Segment.HEADER_LENGTH;
      newest = end;
      long before = last.highest();
      for (int length = Frame.lengthAt(bytes, end, last.highest());
          length > 0;
          length = Frame.lengthAt(bytes, end, last.highest())) {
        if (last != beforeFirst || first == 1) {
          checkFollows(file, end, last.highest(), Frame.positionAt(bytes, end));
        }
        last = Frame.link(bytes, end, length, last);
        newest = end;
        end += length;
      }
      if (end < bytes.limit()) {
        checkIsTornTail(file, bytes, end, last.highest(), i == files.size() - 1);
      }
      if (last.highest() > before) {
        all.add(file, first + i, Frame.positionAt(bytes, Segment.HEADER_LENGTH), end);
      }
    }
    var newestFrame = bytes.slice(newest, end - newest);
    return new Result(Segment.goOn(file, number(file), newest, newestFrame), last, all);
  }

  /** All segments in order; what was never finished is removed. */
  private List<Path> segments() throws IOException {
    try (var entries = Files.newDirectoryStream(folder, "*" + Segment.SUFFIX + ".new")) {
      for (Path unfinished : entries) {
        Files.delete(unfinished);
      }
    }
    try (var entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(Segment.SUFFIX))
          .sorted()
          .toList();
    }
  }

  /** Positions have no gaps: a frame between these two was taken out. */
  private static void checkFollows(Path file, int offset, long highest, long position) {
    if (position != highest + 1) {
      throw new LogDamaged(
          file,
          offset,
          "positions %d to %d are missing before it".formatted(highest + 1, position - 1));
    }
  }

  private static void checkIsTornTail(
      Path file, ByteBuffer bytes, int end, long positionsAfter, boolean isLast) {
    if (!isLast) {
      throw new LogDamaged(file, end, "a frame is broken and a later segment follows");
    }
    for (int offset = end + 1; offset < bytes.limit() - Frame.HEADER_LENGTH; offset++) {
      if (Frame.lengthAt(bytes, offset, positionsAfter) > 0) {
        throw new LogDamaged(
            file, end, "a frame is broken and a whole one follows at byte %d".formatted(offset));
      }
    }
    LOGGER.warn(
        "The runtime's log ended in the middle of a write that nobody was told of: cut {} bytes off"
            + " {} behind byte {}; the last whole record has position {}",
        bytes.limit() - end,
        file,
        end,
        positionsAfter);
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    try {
      return Long.parseLong(name.substring(0, name.length() - Segment.SUFFIX.length()));
    } catch (NumberFormatException e) {
      throw new LogDamaged(file, 0, "its name is not the number of a segment");
    }
  }
}
