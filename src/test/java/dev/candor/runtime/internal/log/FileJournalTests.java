package dev.candor.runtime.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.CannotStart;
import dev.candor.support.NothingBeside;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@NothingBeside
@ExtendWith(OutputCaptureExtension.class)
class FileJournalTests {

  @TempDir private Path temporary;
  private Path folder;
  private WordLog words;

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("log");
    words = new WordLog(folder);
  }

  @Test
  void shouldGiveBackWhatWasKept() {
    words.write("one", "two", "three");

    words.write("four");

    assertThat(words.read()).containsExactly("one", "two", "three", "four");
  }

  @Test
  void shouldHoldBackWhatLeavesUntilItIsKept() {
    try (var log = new EngineLog(new FileJournal(folder))) {
      WordLog.append(log, 1, "one");
      var keptThen = new ArrayList<Long>();

      log.whenKept(() -> keptThen.add(log.keptPosition()));

      await().untilAsserted(() -> assertThat(keptThen).containsExactly(1L));
    }
  }

  @Test
  void shouldLetGoOfBlocksThatEverybodyHasPassed() {
    try (var log = new EngineLog(new FileJournal(folder))) {
      var reader = log.newReader();
      WordLog.append(log, 1, "one");
      var first = new WeakReference<>(log.beforeFirst().next());
      log.forgetWhatIsRead();
      WordLog.append(log, 2, "two");
      WordLog.append(log, 3, "three");

      reader.forEachRemaining(block -> assertThat(block.capacity()).isPositive());

      await()
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(first.get()).isNull();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 40})
  void shouldCutOffAWriteThatWasTornAndSaySo(int missing, CapturedOutput output)
      throws IOException {
    words.write("one", "two");
    long kept = Files.size(words.segment(1));
    words.write("three, which is the last one and long");

    truncate(words.segment(1), Files.size(words.segment(1)) - missing);
    long torn = Files.size(words.segment(1)) - kept;

    assertThat(words.read()).containsExactly("one", "two");
    assertThat(output)
        .contains("WARN")
        .contains("cut %d bytes off %s behind byte %d".formatted(torn, words.segment(1), kept))
        .contains("the last whole record has position 2");
    assertThat(words.segment(1)).hasSize(kept);
    words.write("another");
    assertThat(words.read()).containsExactly("one", "two", "another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "some garbage that a power cut left behind", "\0\0\0\0\0\0\0\0"})
  void shouldCutOffGarbageAtTheEnd(String garbage) throws IOException {
    words.write("one", "two");
    long kept = Files.size(words.segment(1));

    Files.writeString(words.segment(1), garbage, StandardOpenOption.APPEND);

    assertThat(words.read()).containsExactly("one", "two");
    assertThat(words.segment(1)).hasSize(kept);
    words.write("three");
    assertThat(words.read()).containsExactly("one", "two", "three");
  }

  @Test
  void shouldRefuseDamageInTheMiddleWithFileAndByte() throws IOException {
    words.write("one");
    long secondFrame = Files.size(words.segment(1));
    words.write("two");
    words.write("three");

    flip(words.segment(1), secondFrame + Frame.HEADER_LENGTH + 21);

    assertThatThrownBy(words::read)
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining("byte " + secondFrame)
        .hasMessageContaining(words.segment(1).toString());
  }

  @Test
  void shouldRefuseAFolderThatIsHeld() {
    try (var held = new FileJournal(folder)) {
      assertThatThrownBy(() -> new FileJournal(folder))
          .isInstanceOf(LogHeld.class)
          .hasMessageContaining(folder.toString())
          .extracting(refused -> ((CannotStart) refused).whatToDo())
          .asString()
          .contains("--candor.data-dir");
      assertThat(held.isWritable()).isTrue();
    }
  }

  @Test
  void shouldGoOnInTheNextSegment() {
    words.writeSmall("one");
    words.writeSmall("two");
    words.writeSmall("three");

    assertThat(words.segment(3)).exists();
    assertThat(words.read()).containsExactly("one", "two", "three");
  }

  @Test
  void shouldEraseEverything() {
    words.writeSmall("one");
    words.writeSmall("two");

    try (var journal = new FileJournal(folder)) {
      journal.recover(Block.beforeFirst());
      journal.erase();
    }

    assertThat(words.read()).isEmpty();
  }

  @Test
  void shouldTakeNothingMoreWhenNobodyKeepsItAnyMore(CapturedOutput output) {
    try (var log = new EngineLog(new FileJournal(folder))) {
      log.onKept(
          () -> {
            throw new IllegalStateException("a defect");
          });

      WordLog.append(log, "one");

      await().until(() -> !log.isWritable());
      assertThat(output).contains("a defect").contains("until it is started again");
    }
    assertThat(words.read()).containsExactly("one");
  }

  @Test
  void shouldHoldWhatTheDiskRefusesUntilItTakesIt() throws IOException {
    // The next segment cannot be made while a folder stands in its place.
    var obstacle = folder.resolve(words.segment(2).getFileName() + ".new");
    words.writeSmall("one");
    try (var log = new EngineLog(new FileJournal(folder, 1))) {
      Files.createDirectories(obstacle);
      WordLog.append(log, 2, "two");
      await().until(() -> !log.isWritable());
      assertThat(log.keptPosition()).isEqualTo(1);

      Files.delete(obstacle);

      await().until(() -> log.keptPosition() == 2);
      assertThat(log.isWritable()).isTrue();
    }
    assertThat(words.read()).containsExactly("one", "two");
  }

  private static void truncate(Path file, long size) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(size);
    }
  }

  private static void flip(Path file, long offset) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(offset);
      int old = bytes.read();
      bytes.seek(offset);
      bytes.write(old ^ 0x55);
    }
  }
}
