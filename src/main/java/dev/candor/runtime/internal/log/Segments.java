package dev.candor.runtime.internal.log;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The segments that hold records, in order: which can go once a snapshot stands for them. */
final class Segments {

  private record Part(Path file, long number, long firstPosition, AtomicLong bytes) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private long bytes;

  /** A segment got more; its first position is that of the first call. */
  synchronized void add(Path file, long number, long position, long grownBy) {
    if (parts.isEmpty() || parts.getLast().number != number) {
      parts.add(new Part(file, number, position, new AtomicLong()));
    }
    parts.getLast().bytes.addAndGet(grownBy);
    bytes += grownBy;
  }

  /** How much was added, what was taken out again included. */
  synchronized long bytes() {
    return bytes;
  }

  /** How much is in those that begin behind this position. */
  synchronized long bytesBehind(long position) {
    return parts.stream()
        .filter(part -> part.firstPosition > position)
        .mapToLong(part -> part.bytes.get())
        .sum();
  }

  /** Whether the first one ever is among them, or there was none yet. */
  synchronized boolean isComplete() {
    return parts.isEmpty() || parts.getFirst().number == 1;
  }

  /** Takes out the segments that hold nothing from this position on, the oldest first. */
  synchronized List<Path> takeBefore(long position) {
    List<Path> taken = new ArrayList<>();
    while (parts.size() > 1) {
      Part first = parts.removeFirst();
      if (parts.getFirst().firstPosition > position) {
        parts.addFirst(first);
        break;
      }
      taken.add(first.file);
    }
    return taken;
  }
}
