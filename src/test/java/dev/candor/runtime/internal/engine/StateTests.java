package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.db.ColumnFamily;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.DbBytes;
import io.camunda.zeebe.db.impl.DbLong;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** States in memory: they share a RocksDB, and nobody must notice. */
class StateTests {

  private static final int LIVES = 8;
  private static final int MEGABYTES = 24;

  private final DbLong key = new DbLong();
  private final DbBytes value = new DbBytes();

  @Test
  void shouldBeEachOnItsOwn() throws Exception {
    try (var one = open();
        var other = open()) {
      // given
      put(one, 1, new byte[] {1});
      put(other, 1, new byte[] {2});
      put(other, 2, new byte[] {2});

      // when
      remove(other, 1);

      // then
      assertThat(get(one, 1)).containsExactly(1);
      assertThat(get(one, 2)).isNull();
      assertThat(get(other, 1)).isNull();
      assertThat(get(other, 2)).containsExactly(2);
    }
  }

  @Test
  void shouldBeginEmptyAfterOthersEnded() throws Exception {
    // given
    try (var one = open()) {
      put(one, 1, new byte[] {1});
    }

    // when
    try (var next = open()) {
      // then
      assertThat(get(next, 1)).isNull();
    }
  }

  @Test
  void shouldGiveBackItsMemoryWhenItEnds() throws Exception {
    // given
    fillAndEnd();
    long before = megabytesOfThisProcess();

    // when
    for (int i = 0; i < LIVES; i++) {
      fillAndEnd();
    }

    // then
    assertThat(megabytesOfThisProcess() - before).isLessThan(LIVES * MEGABYTES / 2);
  }

  /** More than fits in its buffers, so that there are files in memory too. */
  private void fillAndEnd() throws Exception {
    var random = new Random(1);
    byte[] megabyte = new byte[1 << 20];
    try (var state = open()) {
      for (int i = 0; i < MEGABYTES; i++) {
        random.nextBytes(megabyte);
        put(state, i, megabyte);
      }
    }
  }

  private static ZeebeDb<ZbColumnFamilies> open() {
    return State.inMemory(new SimpleMeterRegistry());
  }

  private void put(ZeebeDb<ZbColumnFamilies> state, long number, byte[] bytes) {
    key.wrapLong(number);
    value.wrapBytes(bytes);
    things(state).upsert(key, value);
  }

  private void remove(ZeebeDb<ZbColumnFamilies> state, long number) {
    key.wrapLong(number);
    things(state).deleteExisting(key);
  }

  private byte[] get(ZeebeDb<ZbColumnFamilies> state, long number) {
    key.wrapLong(number);
    DbBytes found = things(state).get(key);
    return found == null ? null : found.getBytes();
  }

  private ColumnFamily<DbLong, DbBytes> things(ZeebeDb<ZbColumnFamilies> state) {
    return state.createColumnFamily(
        ZbColumnFamilies.DEFAULT, state.createContext(), new DbLong(), new DbBytes());
  }

  private static long megabytesOfThisProcess() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    }
  }
}
