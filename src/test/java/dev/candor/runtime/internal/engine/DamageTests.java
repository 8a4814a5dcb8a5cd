package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.candor.runtime.CannotStart;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.log.LogCutShort;
import dev.candor.runtime.internal.log.LogDamaged;
import dev.candor.runtime.internal.log.LogTooNew;
import dev.candor.runtime.internal.snapshot.SnapshotDamaged;
import dev.candor.runtime.internal.snapshot.SnapshotTooNew;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * Everything that a start checks in what it finds, broken once: it refuses, says which file and
 * where, and leaves all as it is.
 */
class DamageTests {

  private static final int HEADER = Found.HEADER;

  private static final int SEGMENT_BYTES = 32 << 10;

  private static final Keeping OFTEN = new Keeping(Duration.ofDays(30), 2 * SEGMENT_BYTES);

  /** Only at its end: until then the log keeps what it has grown by. */
  private static final Keeping ONCE = new Keeping(Duration.ofDays(30), 1 << 30);

  @TempDir private static Path whole;
  private static String middle;
  @TempDir private Path temporary;

  /** Breaks something, and answers what is to be said of it. */
  private interface Breaking {
    String in(Found found) throws IOException;
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage(
            "file header cut off",
            LogDamaged.class,
            found -> {
              found.change(found.middle(), bytes -> bytes.limit(10));
              return "byte 10 of %s: its header is cut off".formatted(found.middle());
            }),
        inHeader("file header, mark", 3),
        inHeader("file header, format", 9),
        inHeader("file header, number", 15),
        inHeader("file header, checksum", 21),
        damage(
            "file of another number",
            LogDamaged.class,
            found -> {
              Files.copy(
                  found.segments().getFirst(), found.middle(), StandardCopyOption.REPLACE_EXISTING);
              return "byte 12 of %s: it is number %d"
                  .formatted(found.middle(), Found.number(found.segments().getFirst()));
            }),
        damage(
            "file with the name of none",
            LogDamaged.class,
            found -> {
              Path file = Files.createFile(found.folder().resolve("copy.log"));
              return "byte 0 of %s: its name is not the number of a segment".formatted(file);
            }),
        damage(
            "missing file",
            LogDamaged.class,
            found -> {
              Path missing = found.middle();
              Path next = found.segments().get(found.segments().indexOf(missing) + 1);
              Files.delete(missing);
              return "byte 0 of %s: segment %d is missing before it"
                  .formatted(next, Found.number(missing));
            }),
        inFrame("frame length", 2),
        inFrame("frame checksum", 5),
        inFrame("frame position", 12),
        inFrame("frame content", 60),
        damage(
            "torn end with a file behind it",
            LogDamaged.class,
            found -> {
              int last = found.lastFrame(found.middle());
              found.change(found.middle(), bytes -> bytes.limit(bytes.limit() - 1));
              return "byte %d of %s: a frame is broken".formatted(last, found.middle());
            }),
        damage(
            "broken frame with a whole one behind it",
            LogDamaged.class,
            found -> {
              Path newest = found.middle();
              found.deleteBehind(newest);
              int second = found.secondFrame(newest);
              found.change(newest, bytes -> flip(bytes, HEADER + 60));
              return "byte %d of %s: a frame is broken and a whole one follows at byte %d"
                  .formatted(HEADER, newest, second);
            }),
        damage(
            "frame taken out",
            LogDamaged.class,
            found -> {
              int second = found.secondFrame(found.middle());
              found.change(
                  found.middle(),
                  bytes -> {
                    int third = second + bytes.getInt(second);
                    bytes.put(
                        second,
                        bytes.slice(third, bytes.limit() - third),
                        0,
                        bytes.limit() - third);
                    bytes.limit(bytes.limit() - (third - second));
                  });
              return "byte %d of %s: positions ".formatted(second, found.middle());
            }),
        damage(
            "newer log",
            LogTooNew.class,
            found -> {
              found.change(
                  found.middle(),
                  bytes -> {
                    bytes.putInt(8, 2);
                    bytes.putInt(20, (int) Found.checksum(bytes.slice(0, 20)));
                  });
              return "%s has format 2".formatted(found.middle());
            }),
        damage(
            "end of the log gone",
            LogCutShort.class,
            found -> {
              found.deleteBehind(found.segments().getFirst());
              return "when %s was taken".formatted(found.snapshots().getLast());
            }),
        damage(
            "snapshot manifest missing",
            SnapshotDamaged.class,
            found -> {
              return found.eachSnapshot("manifest.json", Files::delete) + ": it is missing";
            }),
        damage(
            "snapshot manifest",
            SnapshotDamaged.class,
            found -> {
              return found.eachSnapshot(
                      "manifest.json", file -> found.change(file, bytes -> flip(bytes, 30)))
                  + ": its checksum is not that of its content";
            }),
        damage(
            "snapshot manifest empty",
            SnapshotDamaged.class,
            found -> {
              return found.eachSnapshot(
                      "manifest.json", file -> found.change(file, bytes -> bytes.limit(0)))
                  + ": its checksum is not that of its content";
            }),
        damage(
            "snapshot part",
            SnapshotDamaged.class,
            found -> {
              return found.eachSnapshot(
                      "query.msgpack", file -> found.change(file, bytes -> flip(bytes, 100)))
                  + ": its checksum is not that of its content";
            }),
        damage(
            "snapshot part cut short",
            SnapshotDamaged.class,
            found -> {
              Path newest = found.snapshots().getLast().resolve("query.msgpack");
              long had = Files.size(newest);
              return found.eachSnapshot(
                      "query.msgpack", file -> found.change(file, bytes -> bytes.limit(100)))
                  + ": it has 100 bytes and had "
                  + had;
            }),
        damage(
            "snapshot part missing",
            SnapshotDamaged.class,
            found -> {
              return found.eachSnapshot("engine/CURRENT", Files::delete) + ": it is missing";
            }),
        damage(
            "snapshots missing",
            SnapshotDamaged.class,
            found -> {
              FileSystemUtils.deleteRecursively(found.folder().resolve("snapshots"));
              return "%s: no snapshot is there".formatted(found.folder().resolve("snapshots"));
            }),
        damage(
            "newer snapshot",
            SnapshotTooNew.class,
            found -> {
              Path manifest = found.snapshots().getLast().resolve("manifest.json");
              String json =
                  Files.readString(manifest)
                      .split("\n", 2)[1]
                      .replace("\"format\" : 1", "\"format\" : 2");
              Files.writeString(
                  manifest,
                  "%08x\n%s".formatted(Found.checksum(ByteBuffer.wrap(json.getBytes())), json));
              return "%s has format 2".formatted(manifest);
            }));
  }

  @BeforeAll
  static void fill() throws IOException {
    Path folder = whole.resolve("runtime");
    try (var core = open(folder, OFTEN)) {
      core.start();
      var engineer = new Engineer(core);
      engineer.deploy(Engineer.oneTask("work"));
      while (core.meters().timer("candor.runtime.snapshot").count() < 3) {
        engineer.create("one-task");
      }
    }
    // How many commands one frame holds is for the disk's speed to say.
    do {
      grow(folder);
    } while (Found.fitToBeTheMiddle(folder).isEmpty());
    middle = Found.fitToBeTheMiddle(folder).getLast();
    var found = new Found(folder, middle);
    assertThat(Found.number(found.segments().getFirst()))
        .as("the beginning is gone")
        .isGreaterThan(1);
    assertThat(found.snapshots()).hasSize(2);
  }

  private static void grow(Path folder) throws IOException {
    try (var core = open(folder, ONCE)) {
      core.start();
      var engineer = new Engineer(core);
      var found = new Found(folder, "");
      int hadAtStart = found.segments().size();
      while (found.segments().size() < hadAtStart + 3) {
        engineer.create("one-task");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void shouldRefuse(Breaking damage, Class<? extends CannotStart> refusal) throws IOException {
    // given
    var found = new Found(temporary.resolve("runtime"), middle);
    FileSystemUtils.copyRecursively(whole.resolve("runtime"), found.folder());
    String said = damage.in(found);
    var before = found.checksums();

    // when
    CannotStart refused =
        catchThrowableOfType(
            refusal,
            () -> {
              try (var core = open(found.folder(), OFTEN)) {
                core.start();
              }
            });

    // then
    assertThat(refused).hasMessageContaining(said);
    assertThat(refused.whatToDo()).isNotBlank();
    assertThat(found.checksums()).isEqualTo(before);
  }

  private static EngineCore open(Path folder, Keeping keeping) {
    return new EngineCore(new FileJournal(folder, SEGMENT_BYTES), keeping);
  }

  private static Arguments damage(
      String what, Class<? extends CannotStart> refusal, Breaking damage) {
    return arguments(Named.of(what, damage), refusal);
  }

  private static Arguments inHeader(String what, int offset) {
    return damage(
        what,
        LogDamaged.class,
        found -> {
          found.change(found.middle(), bytes -> flip(bytes, offset));
          return "byte 0 of %s: its header is not one of this log".formatted(found.middle());
        });
  }

  private static Arguments inFrame(String what, int offset) {
    return damage(
        what,
        LogDamaged.class,
        found -> {
          int frame = found.secondFrame(found.middle());
          found.change(found.middle(), bytes -> flip(bytes, frame + offset));
          return "byte %d of %s: a frame is broken and a later segment follows"
              .formatted(frame, found.middle());
        });
  }

  private static void flip(ByteBuffer bytes, int offset) {
    bytes.put(offset, (byte) (bytes.get(offset) ^ 0x55));
  }
}
