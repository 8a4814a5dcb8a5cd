package dev.candor.runtime.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.CannotStart;
import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.util.buffer.DirectBufferWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTests {

  private static final AppendListener NOBODY = new AppendListener() {};

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("log");
  }

  @Test
  void shouldGiveBackWhatWasKept() {
    write("one", "two", "three");

    write("four");

    assertThat(read()).containsExactly("one", "two", "three", "four");
  }

  @Test
  void shouldHoldBackWhatLeavesUntilItIsKept() {
    try (var log = new EngineLog(new FileJournal(folder))) {
      append(log, 1, "one");
      var keptThen = new ArrayList<Long>();

      log.whenKept(() -> keptThen.add(log.keptPosition()));

      await().untilAsserted(() -> assertThat(keptThen).containsExactly(1L));
    }
  }

  @Test
  void shouldLetGoOfBlocksThatEverybodyHasPassed() {
    try (var log = new EngineLog(new FileJournal(folder))) {
      var reader = log.newReader();
      append(log, 1, "one");
      var first = new WeakReference<>(log.beforeFirst().next());
      log.forgetWhatIsRead();
      append(log, 2, "two");
      append(log, 3, "three");

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
  void shouldCutOffAWriteThatWasTorn(int missing) throws IOException {
    write("one", "two");
    long kept = Files.size(segment(1));
    write("three, which is the last one and long");

    truncate(segment(1), Files.size(segment(1)) - missing);

    assertThat(read()).containsExactly("one", "two");
    assertThat(segment(1)).hasSize(kept);
    write("another");
    assertThat(read()).containsExactly("one", "two", "another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "some garbage that a power cut left behind", "\0\0\0\0\0\0\0\0"})
  void shouldCutOffGarbageAtTheEnd(String garbage) throws IOException {
    write("one", "two");
    long kept = Files.size(segment(1));

    Files.writeString(segment(1), garbage, StandardOpenOption.APPEND);

    assertThat(read()).containsExactly("one", "two");
    assertThat(segment(1)).hasSize(kept);
    write("three");
    assertThat(read()).containsExactly("one", "two", "three");
  }

  @Test
  void shouldRefuseDamageInTheMiddleWithFileAndByte() throws IOException {
    write("one");
    long secondFrame = Files.size(segment(1));
    write("two");
    write("three");

    flip(segment(1), secondFrame + Frame.HEADER_LENGTH + 21);

    assertThatThrownBy(this::read)
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining("byte " + secondFrame)
        .hasMessageContaining(segment(1).toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8})
  void shouldRefuseADamagedFrameHeaderInTheMiddle(int offset) throws IOException {
    write("one");
    long secondFrame = Files.size(segment(1));
    write("two");
    write("three");

    flip(segment(1), secondFrame + offset);

    assertThatThrownBy(this::read).isInstanceOf(LogDamaged.class);
  }

  @Test
  void shouldRefuseADamagedHeader() throws IOException {
    write("one");

    flip(segment(1), 3);

    assertThatThrownBy(this::read).isInstanceOf(LogDamaged.class).hasMessageContaining("byte 0");
  }

  @Test
  void shouldRefuseASegmentWithTheNameOfAnother() throws IOException {
    write("one");

    Files.move(segment(1), segment(2));

    assertThatThrownBy(this::read)
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining("byte 12")
        .hasMessageContaining("it is number 1");
  }

  @Test
  void shouldRefuseANewerFormat() throws IOException {
    write("one");
    try (var file = new RandomAccessFile(segment(1).toFile(), "rw")) {
      file.seek(8);
      file.writeInt(Segment.FORMAT + 1);
      file.seek(0);
      var header = new byte[20];
      file.readFully(header);
      file.writeInt(Segment.checksum(java.nio.ByteBuffer.wrap(header)));
    }

    assertThatThrownBy(this::read)
        .isInstanceOf(LogTooNew.class)
        .hasMessageContaining("format " + (Segment.FORMAT + 1));
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
    writeSmall("one");
    writeSmall("two");
    writeSmall("three");

    assertThat(segment(3)).exists();
    assertThat(read()).containsExactly("one", "two", "three");
  }

  @Test
  void shouldRefuseAMissingSegment() throws IOException {
    writeSmall("one");
    writeSmall("two");
    writeSmall("three");

    Files.delete(segment(2));

    assertThatThrownBy(this::read)
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining("segment 2 is missing");
  }

  @Test
  void shouldRefuseASegmentWithABrokenEndBeforeAnother() throws IOException {
    writeSmall("one");
    writeSmall("two");

    truncate(segment(1), Files.size(segment(1)) - 1);

    assertThatThrownBy(this::read).isInstanceOf(LogDamaged.class);
  }

  @Test
  void shouldEraseEverything() {
    writeSmall("one");
    writeSmall("two");

    try (var journal = new FileJournal(folder)) {
      journal.recover(Block.beforeFirst());
      journal.erase();
    }

    assertThat(read()).isEmpty();
  }

  @Test
  void shouldHoldWhatTheDiskRefusesUntilItTakesIt() throws IOException {
    // The next segment cannot be made while a folder stands in its place.
    var obstacle = folder.resolve(segment(2).getFileName() + ".new");
    writeSmall("one");
    try (var log = new EngineLog(new FileJournal(folder, 1))) {
      Files.createDirectories(obstacle);
      append(log, 2, "two");
      await().until(() -> !log.isWritable());
      assertThat(log.keptPosition()).isEqualTo(1);

      Files.delete(obstacle);

      await().until(() -> log.keptPosition() == 2);
      assertThat(log.isWritable()).isTrue();
    }
    assertThat(read()).containsExactly("one", "two");
  }

  private Path segment(int number) {
    return folder.resolve("%020d.log".formatted(number));
  }

  /** As one process would; closing keeps everything. */
  private void write(String... words) {
    write(new FileJournal(folder), words);
  }

  /** Into a segment of its own. */
  private void writeSmall(String word) {
    write(new FileJournal(folder, 1), word);
  }

  private static void write(FileJournal journal, String... words) {
    try (var log = new EngineLog(journal)) {
      for (String word : words) {
        append(log, log.lastPosition() + 1, word);
      }
    }
  }

  private static void append(EngineLog log, long position, String word) {
    var bytes = new UnsafeBuffer(word.getBytes(StandardCharsets.UTF_8));
    log.append(position, position, new DirectBufferWriter().wrap(bytes), NOBODY);
  }

  private List<String> read() {
    try (var journal = new FileJournal(folder)) {
      var log = new EngineLog(journal);
      var words = new ArrayList<String>();
      log.newReader()
          .forEachRemaining(
              block -> words.add(block.getStringWithoutLengthUtf8(0, block.capacity())));
      return words;
    }
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
