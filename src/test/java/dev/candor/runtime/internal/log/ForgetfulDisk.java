package dev.candor.runtime.internal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;

/**
 * A file system whose force can fail, and which then does what Linux does: what was written since
 * the last one stays readable and counts as written, but is on the disk only if somebody writes it
 * once more.
 */
public final class ForgetfulDisk extends FilterFileSystemProvider {

  private final Map<Path, Content> files = new ConcurrentHashMap<>();
  private volatile boolean failing;

  public ForgetfulDisk() {
    super("forgetful", FileSystems.getDefault());
  }

  /** Whether every force fails from now on. */
  public void fail(boolean now) {
    failing = now;
  }

  /** Puts into another folder what a machine finds in this one after its power was cut. */
  public void afterPowerCut(Path folder, Path found) throws IOException {
    Path real = toDelegate(folder);
    Files.createDirectories(found);
    for (var file : files.entrySet()) {
      if (file.getKey().startsWith(real)) {
        Files.write(found.resolve(real.relativize(file.getKey()).toString()), file.getValue().kept);
      }
    }
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    FileChannel channel = super.newFileChannel(path, options, attributes);
    Path real = toDelegate(path);
    if (!Files.isRegularFile(real)) {
      return new Forced(channel);
    }
    Content content = files.computeIfAbsent(real, Content::new);
    if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
      content.end(0);
    }
    return new Written(channel, content);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    super.move(source, target, options);
    Content moved = files.remove(toDelegate(source));
    if (moved != null) {
      moved.file = toDelegate(target);
      files.put(moved.file, moved);
    }
  }

  /** A file, as the disk has it and by what the system still has to write. */
  private static final class Content {

    private final BitSet toWrite = new BitSet();
    private Path file;
    private byte[] kept = {};

    Content(Path file) {
      this.file = file;
    }

    synchronized void wrote(long position, long length) {
      toWrite.set((int) position, (int) (position + length));
    }

    synchronized void end(long length) {
      toWrite.clear((int) length, Integer.MAX_VALUE);
    }

    synchronized void force() throws IOException {
      byte[] seen = Files.readAllBytes(file);
      kept = Arrays.copyOf(kept, seen.length);
      toWrite.stream().forEach(i -> kept[i] = seen[i]);
      toWrite.clear();
    }

    synchronized void forget() {
      toWrite.clear();
    }
  }

  /** Fails when it should. */
  private class Forced extends FilterFileChannel {

    Forced(FileChannel delegate) {
      super(delegate);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (failing) {
        throw new IOException("Input/output error");
      }
      super.force(metaData);
    }
  }

  private final class Written extends Forced {

    private final Content content;

    Written(FileChannel delegate, Content content) {
      super(delegate);
      this.content = content;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      long before = position();
      int written = super.write(bytes);
      content.wrote(before, written);
      return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      int written = super.write(bytes, position);
      content.wrote(position, written);
      return written;
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
      long before = position();
      long written = super.write(bytes, offset, length);
      content.wrote(before, written);
      return written;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      super.truncate(size);
      content.end(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      try {
        super.force(metaData);
      } catch (IOException e) {
        content.forget();
        throw e;
      }
      content.force();
    }
  }
}
