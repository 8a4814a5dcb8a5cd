package dev.candor.runtime.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.snapshot.SnapshotStore.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTests {

  @TempDir private Path log;

  @Test
  void shouldKeepTheNewestAndTheOneBefore() throws IOException {
    // given
    var store = new SnapshotStore(log);

    // when
    assertThat(write(store, 10)).isZero();
    assertThat(write(store, 20)).isEqualTo(10);
    assertThat(write(store, 30)).isEqualTo(20);

    // then
    assertThat(names()).containsExactlyInAnyOrder(name(20), name(30));
  }

  /** As when it is due for what was written while the last one was taken, and no more is. */
  @Test
  void shouldKeepTheOneBeforeWhereNothingWasWrittenSinceTheNewest() throws IOException {
    // given
    var store = new SnapshotStore(log);
    write(store, 10);
    write(store, 20);

    // when
    assertThat(write(store, 20)).as("no more of the log may go").isZero();

    // then
    assertThat(names()).containsExactlyInAnyOrder(name(10), name(20));
    assertThat(write(store, 30)).isEqualTo(20);
    assertThat(names()).containsExactlyInAnyOrder(name(20), name(30));
  }

  private static long write(SnapshotStore store, long position) throws IOException {
    return store.write(
        engine -> Files.writeString(Files.createDirectory(engine).resolve("state"), "state"),
        query -> query.write(1),
        () -> new Position(position, position, position));
  }

  private String[] names() {
    return log.resolve("snapshots").toFile().list();
  }

  private static String name(long position) {
    return "%020d".formatted(position);
  }
}
