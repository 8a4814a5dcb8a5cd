package dev.candor.runtime.internal.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What one fsync kept: length, checksum and first position, then its blocks, each with length and
 * positions. The next frame is begun only when this one is on the disk; so a broken frame with a
 * whole one behind it was damaged later, and a broken last one was never acknowledged.
 */
final class Frame {

  static final int HEADER_LENGTH = 16;
  private static final int BLOCK_HEADER_LENGTH = 20;
  private static final int MOST_BLOCKS = 500;
  private static final int ENOUGH_BYTES = 8 << 20;

  private final ByteBuffer[] bytes;
  private final Block first;
  private final Block last;

  private Frame(ByteBuffer[] bytes, Block first, Block last) {
    this.bytes = bytes;
    this.first = first;
    this.last = last;
  }

  /** As much as goes well together of what is linked behind this block; null when nothing is. */
  static @Nullable Frame after(Block kept) {
    Block first = kept.next();
    if (first == null) {
      return null;
    }
    var buffers = new ArrayList<ByteBuffer>();
    int length = HEADER_LENGTH;
    Block last = kept;
    for (Block block = first;
        block != null && buffers.size() < 2 * MOST_BLOCKS && length < ENOUGH_BYTES;
        block = block.next()) {
      var data = ByteBuffer.wrap(block.data().byteArray(), 0, block.data().capacity());
      var header = ByteBuffer.allocate(BLOCK_HEADER_LENGTH);
      header.putInt(data.remaining()).putLong(block.lowest()).putLong(block.highest()).flip();
      buffers.add(header);
      buffers.add(data);
      length += BLOCK_HEADER_LENGTH + data.remaining();
      last = block;
    }
    buffers.addFirst(header(length, first.lowest(), buffers));
    return new Frame(buffers.toArray(ByteBuffer[]::new), first, last);
  }

  /** The length of the whole frame at this offset; -1 when there is none, or not all of it. */
  static int lengthAt(ByteBuffer file, int offset, long positionsAfter) {
    if (file.limit() - offset < HEADER_LENGTH) {
      return -1;
    }
    int length = file.getInt(offset);
    if (length <= HEADER_LENGTH
        || length > file.limit() - offset
        || positionAt(file, offset) <= positionsAfter
        || file.getInt(offset + 4) != Segment.checksum(file.slice(offset + 8, length - 8))) {
      return -1;
    }
    return length;
  }

  /** The first position of the whole frame at this offset. */
  static long positionAt(ByteBuffer file, int offset) {
    return file.getLong(offset + 8);
  }

  /** Links the blocks of a whole frame behind this one and answers the last. */
  static Block link(ByteBuffer file, int offset, int length, Block behind) {
    Block last = behind;
    for (int at = offset + HEADER_LENGTH; at < offset + length; ) {
      int size = file.getInt(at);
      var data = new UnsafeBuffer(file, at + BLOCK_HEADER_LENGTH, size);
      var block = new Block(file.getLong(at + 4), file.getLong(at + 12), data);
      last.link(block);
      last = block;
      at += BLOCK_HEADER_LENGTH + size;
    }
    return last;
  }

  /** Ready to be written, once more each time it is asked. */
  ByteBuffer[] bytes() {
    var copies = new ByteBuffer[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      copies[i] = bytes[i].duplicate();
    }
    return copies;
  }

  /** The position of its first record. */
  long lowest() {
    return first.lowest();
  }

  Block last() {
    return last;
  }

  private static ByteBuffer header(int length, long position, List<ByteBuffer> blocks) {
    var header = ByteBuffer.allocate(HEADER_LENGTH).putInt(0, length).putLong(8, position);
    var crc = new CRC32C();
    crc.update(header.slice(8, 8));
    blocks.forEach(block -> crc.update(block.duplicate()));
    return header.putInt(4, (int) crc.getValue());
  }
}
