package dev.candor.runtime.internal.log;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The log of one engine: a chain of blocks in memory that a journal keeps. The engine reads what it
 * wrote at once and runs ahead of the disk; whatever leaves the engine (answers, jobs, records)
 * waits in {@link #whenKept} for the journal, so that one fsync serves many commands.
 */
public final class EngineLog implements LogStorage, AutoCloseable {

  private final Journal journal;
  private final List<CommitListener> readers = new CopyOnWriteArrayList<>();
  private final List<Runnable> keptListeners = new CopyOnWriteArrayList<>();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final long firstPosition;
  private volatile Block beforeFirst;
  private volatile Block last;
  private volatile boolean onlyNewReaders;
  private volatile long kept;

  /**
   * Reads what the journal kept.
   *
   * @throws LogDamaged when it cannot be read
   */
  public EngineLog(Journal journal) {
    this.journal = journal;
    beforeFirst = Block.beforeFirst();
    last = journal.recover(beforeFirst);
    kept = last.highest();
    firstPosition = beforeFirst.next() == null ? 0 : beforeFirst.next().lowest();
    journal.start(last, this::keptUpTo);
  }

  @Override
  public LogStorageReader newReader() {
    return new BlockReader(this);
  }

  /** Called by one writer at a time: the log stream sees to that. */
  @Override
  public void append(long lowest, long highest, BufferWriter writer, AppendListener listener) {
    var bytes = new UnsafeBuffer(new byte[writer.getLength()]);
    writer.write(bytes, 0);
    var block = new Block(lowest, highest, bytes);
    listener.onWrite(block.lowest(), block.highest());
    if (onlyNewReaders) {
      beforeFirst = last;
    }
    last.link(block);
    last = block;
    listener.onCommit(block.lowest(), block.highest());
    journal.linked(block);
    readers.forEach(CommitListener::onCommit);
  }

  @Override
  public void addCommitListener(CommitListener listener) {
    readers.add(listener);
  }

  @Override
  public void removeCommitListener(CommitListener listener) {
    readers.remove(listener);
  }

  /** Calls the listener whenever more is kept; it must be quick. */
  public void onKept(Runnable listener) {
    keptListeners.add(listener);
  }

  /** The position of the last record written. */
  public long lastPosition() {
    return last.highest();
  }

  /** Everything up to this position is kept. */
  public long keptPosition() {
    return kept;
  }

  /** The position of the first record that is still there; 0 when there is none. */
  public long firstPosition() {
    return firstPosition;
  }

  /** What keeps it. */
  public Journal journal() {
    return journal;
  }

  /** False while the journal cannot keep anything. */
  public boolean isWritable() {
    return journal.isWritable();
  }

  /** Does it when everything written so far is kept: now, or on the journal's thread. */
  public void whenKept(Runnable action) {
    long position = lastPosition();
    synchronized (waiting) {
      if (kept < position) {
        waiting.add(new Waiting(position, action));
        journal.wanted(position);
        return;
      }
    }
    action.run();
  }

  /**
   * Everybody who reads from the beginning has begun: from now on a block lives until its last
   * reader has passed it, and a new reader starts at the end.
   */
  public void forgetWhatIsRead() {
    onlyNewReaders = true;
    beforeFirst = last;
  }

  @Override
  public void close() {
    journal.close();
  }

  Block beforeFirst() {
    return beforeFirst;
  }

  private void keptUpTo(long position) {
    List<Runnable> due = new ArrayList<>();
    synchronized (waiting) {
      kept = position;
      for (var first = waiting.peek();
          first != null && first.position <= position;
          first = waiting.peek()) {
        due.add(waiting.remove().action);
      }
    }
    due.forEach(Runnable::run);
    keptListeners.forEach(Runnable::run);
  }

  private record Waiting(long position, Runnable action) {}
}
