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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States share a RocksDB in memory, and nobody must notice. */
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

  @Test
  void shouldCopyItselfAloneAndBeginFromTheCopy(@TempDir Path folder) throws Exception {
    // given more than one batch, beside another state
    var copy = folder.resolve("copy");
    byte[] much = new byte[700_000];
    try (var other = open();
        var state = open()) {
      put(other, 9, new byte[] {9});
      for (int i = 0; i < 4; i++) {
        much[0] = (byte) i;
        put(state, i, much);
      }
      remove(state, 3);

      // when
      state.createSnapshot(copy.toFile());
      put(state, 4, new byte[] {4});
    }
    var files = names(copy);

    // then twice, since it stays as it is
    for (int i = 0; i < 2; i++) {
      try (var begun = State.open(copy, new SimpleMeterRegistry())) {
        much[0] = 2;
        assertThat(get(begun, 2)).isEqualTo(much);
        assertThat(get(begun, 3)).isNull();
        assertThat(get(begun, 4)).isNull();
        assertThat(get(begun, 9)).isNull();
      }
      assertThat(names(copy)).isEqualTo(files);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
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
    return State.open(null, new SimpleMeterRegistry());
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
