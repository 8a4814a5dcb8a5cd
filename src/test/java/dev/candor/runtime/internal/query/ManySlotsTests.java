package dev.candor.runtime.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader in a group whose leaves are split meanwhile. */
class ManySlotsTests {

  private static final long MOST = 4_000;
  private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

  @Test
  void shouldShowNothingAgainWhenItsLeafIsSplit() {
    // given
    ManySlots<Key, String> slots = withEvenKeys();
    List<Long> seen = new ArrayList<>();

    // when
    slots
        .slots()
        .forEach(
            slot -> {
              if (seen.isEmpty()) {
                LongStream.of(1, 3, 61, 63, 65, 125).forEach(key -> slots.with(slot(key)));
              }
              seen.add(slot.key().value());
            });

    // then
    assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(evenKeys());
  }

  @Test
  void shouldShowEveryOneThatStaysHoweverOftenLeavesAreSplit() {
    // given
    var filled = new AtomicReference<>(withEvenKeys());
    var over = new AtomicBoolean();
    List<Long> odd = new ArrayList<>(evenKeys().stream().map(key -> key + 1).toList());
    Collections.shuffle(odd, new Random(1));

    // when
    var writer =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                ManySlots<Key, String> slots = filled.get();
                odd.forEach(key -> slots.with(slot(key)));
                filled.set(withEvenKeys());
              }
            });
    try {
      long end = System.nanoTime() + LONG_ENOUGH.toNanos();
      do {
        List<Long> seen = keys(filled.get());

        // then
        assertThat(seen).isSorted().doesNotHaveDuplicates();
        assertThat(seen.stream().filter(key -> key % 2 == 0).toList()).isEqualTo(evenKeys());
      } while (System.nanoTime() < end);
    } finally {
      over.set(true);
      writer.join();
    }
  }

  private static ManySlots<Key, String> withEvenKeys() {
    var slots = new ManySlots<Key, String>();
    evenKeys().forEach(key -> slots.with(slot(key)));
    return slots;
  }

  private static List<Long> evenKeys() {
    return Stream.iterate(0L, key -> key < MOST, key -> key + 2).toList();
  }

  private static List<Long> keys(ManySlots<Key, String> slots) {
    return slots.slots().map(slot -> slot.key().value()).toList();
  }

  private static Slot<Key, String> slot(long key) {
    return new Slot<>(new Key(key), "row");
  }
}
