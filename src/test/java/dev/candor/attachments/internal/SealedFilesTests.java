package dev.candor.attachments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed files: what is changed on the disk is noticed, what nothing points to is swept. */
class SealedFilesTests {

  private static final byte[] WORDS = "Words. ".repeat(20_000).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private SealedFiles files;
  private final UUID id = UUID.randomUUID();
  private final byte[] key = SealedFiles.newKey();

  @BeforeEach
  void open() {
    files = new SealedFiles(folder);
  }

  @Test
  void shouldNoticeAByteThatWasChangedAndAnEndThatIsMissing() throws IOException {
    write(id);
    files.keep(id);
    var file = onDisk().getFirst();
    var whole = Files.readAllBytes(file);

    var changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);

    Files.write(file, Arrays.copyOf(whole, whole.length - 70_000));
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);

    Files.write(file, whole);
    assertThat(read()).isEqualTo(WORDS);
  }

  @Test
  void shouldNotTakeOneFileForAnother() throws IOException {
    write(id);
    files.keep(id);
    var other = UUID.randomUUID();
    write(other);
    files.keep(other);
    var mine =
        onDisk().stream().filter(file -> file.endsWith(id.toString())).findFirst().orElseThrow();
    var theirs =
        onDisk().stream().filter(file -> file.endsWith(other.toString())).findFirst().orElseThrow();

    Files.copy(theirs, mine, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
  }

  @Test
  void shouldLeaveNothingWhenTheWritingFails() {
    assertThatThrownBy(
            () ->
                files.write(
                    id,
                    key,
                    file -> {
                      file.write(WORDS);
                      throw new IOException("broken off");
                    }))
        .hasMessage("broken off");

    assertThat(onDisk()).isEmpty();
  }

  @Test
  void shouldSweepWhatACrashLeftAndNothingElse() throws IOException {
    // given one with a row, one without, and one that was never finished
    write(id);
    files.keep(id);
    var orphan = UUID.randomUUID();
    write(orphan);
    files.keep(orphan);
    write(UUID.randomUUID());

    // then young ones stay: somebody may be writing them
    assertThat(files.sweep(Instant.EPOCH, id::equals)).isZero();

    // and of the others the one with a row
    assertThat(files.sweep(Instant.MAX, id::equals)).isEqualTo(2);
    assertThat(onDisk()).singleElement().asString().endsWith(id.toString());
    assertThat(read()).isEqualTo(WORDS);
  }

  private void write(UUID one) throws IOException {
    files.write(
        one,
        key,
        file -> {
          file.write(WORDS);
          return true;
        });
  }

  private byte[] read() throws IOException {
    try (var content = files.read(id, key)) {
      return content.readAllBytes();
    }
  }

  private List<Path> onDisk() {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
