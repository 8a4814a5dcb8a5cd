package dev.candor.runtime.internal.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps blocks in files. One thread writes all that is there as one frame, forces it to the disk,
 * tells, and begins again: the more is under way, the more one force serves. When the disk refuses,
 * the blocks stay in memory and it tries again until it takes them.
 */
public final class FileJournal implements Journal {

  private static final Logger LOGGER = LoggerFactory.getLogger(FileJournal.class);

  /** The folder inside the log's in which snapshots stand for the beginning of the log. */
  public static final String SNAPSHOTS = "snapshots";

  private static final long SEGMENT_BYTES = 16 << 20;

  /**
   * Stands there while everything is being erased, so that a start after a kill goes on with it.
   */
  private static final String ERASING = "erasing";

  private static final long RETRY_MILLIS = 500;

  private final Path folder;
  private final long segmentBytes;
  private final FolderLock lock;
  private final Semaphore work = new Semaphore(0);
  private final FlushPacing pacing;
  private final AtomicLong wanted = new AtomicLong();
  private volatile boolean idle;
  private volatile boolean writable = true;
  private volatile boolean running;
  private @Nullable Segment segment;
  private volatile Segments all = new Segments();
  // A field and no argument of the writer's task: that would hold the first block, and so all.
  private Block lastKept = Block.beforeFirst();
  private @Nullable Thread writer;

  /**
   * @param folder is made if there is none
   * @throws LogHeld when somebody else has the folder
   */
  public FileJournal(Path folder) {
    this(folder, SEGMENT_BYTES);
  }

  /**
   * @param segmentBytes from this size on the next file is begun
   */
  public FileJournal(Path folder, long segmentBytes) {
    this(folder, segmentBytes, System::nanoTime);
  }

  /**
   * @param clock for the pace of its flushes, in nanoseconds
   */
  FileJournal(Path folder, long segmentBytes, LongSupplier clock) {
    pacing = new FlushPacing(clock);
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    try {
      lock = FolderLock.take(folder);
      if (Files.exists(folder.resolve(ERASING))) {
        eraseAll();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's data folder %s".formatted(folder), e);
    }
  }

  @Override
  public Block recover(Block beforeFirst) {
    try {
      var recovered = new Recovery(folder).linkBehind(beforeFirst);
      segment = recovered.segment();
      all = recovered.all();
      return recovered.last();
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's log in %s".formatted(folder), e);
    }
  }

  @Override
  public void start(Block last, LongConsumer kept) {
    running = true;
    wanted.set(0);
    lastKept = last;
    writer =
        Thread.ofPlatform()
            .daemon()
            .name("runtime-journal")
            .uncaughtExceptionHandler((thread, defect) -> ended(defect))
            .start(() -> write(kept));
  }

  /** Nothing is kept any more: so nothing may be taken. */
  private void ended(Throwable defect) {
    writable = false;
    LOGGER.error("The runtime's log is not written until it is started again", defect);
  }

  @Override
  public void gatherWhile(BooleanSupplier crowded) {
    pacing.gatherWhile(crowded);
  }

  @Override
  public void linked(Block block) {
    if (idle) {
      work.release();
    }
  }

  @Override
  public void wanted(long position) {
    wanted.accumulateAndGet(position, Math::max);
    work.release();
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public long bytes() {
    return all.bytes();
  }

  @Override
  public long bytesBehind(long position) {
    return all.bytesBehind(position);
  }

  @Override
  public boolean isComplete() {
    return all.isComplete();
  }

  @Override
  public void forgetBefore(long position) {
    try {
      for (Path file : all.takeBefore(position)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's log in %s".formatted(folder), e);
    }
  }

  @Override
  public void erase() {
    stop();
    try {
      Files.write(folder.resolve(ERASING), new byte[0]);
      Disk.force(folder);
      eraseAll();
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's log in %s".formatted(folder), e);
    }
  }

  private void eraseAll() throws IOException {
    FileSystemUtils.deleteRecursively(folder.resolve(SNAPSHOTS));
    try (var segments = Files.newDirectoryStream(folder, "*" + Segment.SUFFIX)) {
      for (Path segment : segments) {
        Files.delete(segment);
      }
    }
    Disk.force(folder);
    Files.delete(folder.resolve(ERASING));
  }

  @Override
  public void close() {
    stop();
    lock.close();
  }

  private void stop() {
    running = false;
    work.release();
    try {
      if (writer != null) {
        writer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (segment != null) {
      segment.close();
    }
  }

  private void write(LongConsumer kept) {
    while (true) {
      boolean finishing = !running;
      if (lastKept.next() == null) {
        if (finishing) {
          return;
        }
        awaitBlocks();
      } else {
        if (!finishing) {
          awaitTime();
        }
        pacing.flushing();
        Frame frame = Frame.after(lastKept);
        if (keep(frame)) {
          lastKept = frame.last();
          kept.accept(lastKept.highest());
        } else if (finishing) {
          return;
        } else {
          await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    }
  }

  private void awaitBlocks() {
    // Said before the last look: whoever links a block behind it sees that this sleeps.
    idle = true;
    while (running && lastKept.next() == null) {
      await(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
    idle = false;
    pacing.linked();
  }

  private void awaitTime() {
    while (running) {
      boolean crowded = pacing.isCrowded();
      long pause = pacing.pause(crowded, wanted.get() > lastKept.highest());
      if (pause <= 0) {
        return;
      }
      if (crowded) {
        // Deaf to those who want it: there are many, and each would wake it for nothing.
        LockSupport.parkNanos(pause);
      } else {
        await(pause, TimeUnit.NANOSECONDS);
      }
    }
  }

  private boolean keep(Frame frame) {
    try {
      if (segment.length() - Segment.HEADER_LENGTH >= segmentBytes) {
        var next = Segment.create(folder, segment.number() + 1);
        segment.close();
        segment = next;
      }
      if (!writable) {
        segment.cutToEnd();
      }
      long before = segment.length();
      segment.append(frame.bytes());
      all.add(segment.file(), segment.number(), frame.lowest(), segment.length() - before);
      if (!writable) {
        writable = true;
        LOGGER.info("The runtime's log can be written again");
      }
      return true;
    } catch (IOException e) {
      if (writable) {
        writable = false;
        LOGGER.error(
            "The runtime's log {} cannot be written: no new command is taken until it can",
            segment.file(),
            e);
      }
      return false;
    }
  }

  private void await(long time, TimeUnit unit) {
    try {
      if (work.tryAcquire(time, unit)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }
}
