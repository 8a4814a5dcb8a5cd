package dev.candor.runtime.internal.projection;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/** What has ended, in the order in which it ended, until it is time to let go of it. */
final class Expiry<K> {

  private record Ended<K>(Instant at, K key) {}

  private final Queue<Ended<K>> ended = new PriorityQueue<>(Comparator.comparing(Ended::at));
  private final Consumer<K> letGo;

  Expiry(Consumer<K> letGo) {
    this.letGo = letGo;
  }

  void add(K key, Instant at) {
    ended.add(new Ended<>(at, key));
  }

  /** Lets go of what ended before this, the oldest first, and answers whether more is left. */
  boolean letGoBefore(Instant limit, int most) {
    for (int i = 0; i < most; i++) {
      var first = ended.peek();
      if (first == null || !first.at.isBefore(limit)) {
        return false;
      }
      letGo.accept(ended.remove().key);
    }
    return true;
  }

  void clear() {
    ended.clear();
  }
}
