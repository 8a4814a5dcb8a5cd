package dev.candor.runtime.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One file of the log: a header (mark, format, number, checksum), then frames. It gets its name
 * only when its header is on the disk, so a header is whole or somebody damaged it.
 */
final class Segment implements AutoCloseable {

  static final int FORMAT = 1;
  static final int HEADER_LENGTH = 24;
  static final String SUFFIX = ".log";

  private static final long MARK = 0x43414e444f524c47L; // CANDORLG

  private final Path file;
  private final long number;
  private final FileChannel channel;
  private long end;

  private Segment(Path file, long number, FileChannel channel, long end) {
    this.file = file;
    this.number = number;
    this.channel = channel;
    this.end = end;
  }

  static Segment create(Path folder, long number) throws IOException {
    Path file = folder.resolve("%020d%s".formatted(number, SUFFIX));
    Path unfinished = folder.resolve(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(header(number));
      channel.force(true);
    }
    Disk.publish(unfinished, file);
    return goOn(file, number, HEADER_LENGTH, ByteBuffer.allocate(0));
  }

  /**
   * For writing on behind its newest frame; what stands behind that is cut off. The frame is
   * written once more: a process that could not force it may have left it where everybody reads it,
   * and yet not on the disk.
   *
   * @param newest where that frame begins
   */
  static Segment goOn(Path file, long number, long newest, ByteBuffer newestFrame)
      throws IOException {
    // A copy: the frame is a view of the file.
    var frame = ByteBuffer.allocate(newestFrame.remaining()).put(newestFrame).flip();
    var channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(newest + frame.remaining());
    channel.position(newest);
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
    channel.force(true);
    return new Segment(file, number, channel, newest + frame.limit());
  }

  /** The whole file with its header checked. */
  static MappedByteBuffer map(Path file, long number) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < HEADER_LENGTH) {
        throw new LogDamaged(file, channel.size(), "its header is cut off");
      }
      var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (bytes.getLong(0) != MARK || bytes.getInt(20) != checksum(bytes.slice(0, 20))) {
        throw new LogDamaged(file, 0, "its header is not one of this log");
      }
      if (bytes.getInt(8) > FORMAT) {
        throw new LogTooNew(file, bytes.getInt(8));
      }
      if (bytes.getLong(12) != number) {
        throw new LogDamaged(file, 12, "it is number %d".formatted(bytes.getLong(12)));
      }
      return bytes;
    }
  }

  /**
   * Writes at the end and answers when it is on the disk. A failure leaves the end where it was:
   * after {@link #cutToEnd} it has to be written once more. To force it again is not enough, since
   * the system may count what it failed to write as written.
   */
  void append(ByteBuffer[] frame) throws IOException {
    channel.position(end);
    for (long left = length(frame); left > 0; ) {
      left -= channel.write(frame);
    }
    channel.force(false);
    end = channel.position();
  }

  /** Cuts off what a failed append may have left behind. */
  void cutToEnd() throws IOException {
    channel.truncate(end);
  }

  long number() {
    return number;
  }

  long length() {
    return end;
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // everything that counts was forced; nothing is left to lose
    }
  }

  static int checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static long length(ByteBuffer[] buffers) {
    return List.of(buffers).stream().mapToLong(ByteBuffer::remaining).sum();
  }

  private static ByteBuffer header(long number) {
    var header = ByteBuffer.allocate(HEADER_LENGTH);
    header.putLong(MARK).putInt(FORMAT).putLong(number);
    header.putInt(checksum(header.duplicate().flip()));
    return header.flip();
  }
}
