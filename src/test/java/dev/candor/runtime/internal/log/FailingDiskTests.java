package dev.candor.runtime.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes what is written and then cannot say that it has it. */
class FailingDiskTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path temporary;
  private final ForgetfulDisk disk = new ForgetfulDisk();
  private WordLog words;

  @BeforeEach
  void nameTheFolder() {
    words = new WordLog(disk.wrapPath(temporary.resolve("log")));
  }

  @Test
  void shouldWriteOnceMoreWhatCouldNotBeForced() throws IOException {
    words.write("one");
    try (var log = new EngineLog(new FileJournal(words.folder()))) {
      disk.fail(true);
      WordLog.append(log, "two");
      await().atMost(PATIENCE).until(() -> !log.isWritable());
      assertThat(log.keptPosition()).isEqualTo(1);

      disk.fail(false);

      await().atMost(PATIENCE).until(() -> log.keptPosition() == 2);
      assertThat(log.isWritable()).isTrue();
      assertThat(afterPowerCut().read()).containsExactly("one", "two");
    }
  }

  @Test
  void shouldWriteOnceMoreWhatAProcessLeftThatCouldNotForceIt() throws IOException {
    words.write("one");
    try (var log = new EngineLog(new FileJournal(words.folder()))) {
      disk.fail(true);
      WordLog.append(log, "two");
      await().atMost(PATIENCE).until(() -> !log.isWritable());
    }
    disk.fail(false);
    assertThat(words.read()).as("what the system still has").containsExactly("one", "two");

    words.write("three");

    assertThat(afterPowerCut().read()).containsExactly("one", "two", "three");
  }

  @Test
  void shouldBeginASegmentOnceMoreThatCouldNotBeForced() throws IOException {
    words.writeSmall("one");
    try (var log = new EngineLog(new FileJournal(words.folder(), 1))) {
      disk.fail(true);
      WordLog.append(log, "two");
      await().atMost(PATIENCE).until(() -> !log.isWritable());

      disk.fail(false);

      await().atMost(PATIENCE).until(() -> log.keptPosition() == 2);
      assertThat(words.segment(2)).exists();
      assertThat(afterPowerCut().read()).containsExactly("one", "two");
    }
  }

  private WordLog afterPowerCut() throws IOException {
    Path found = temporary.resolve("found");
    disk.afterPowerCut(words.folder(), found);
    return new WordLog(found);
  }
}
