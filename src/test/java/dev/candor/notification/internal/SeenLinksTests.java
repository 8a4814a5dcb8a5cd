package dev.candor.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that nobody makes but us, and that work for a while. */
class SeenLinksTests {

  private static final Instant WRITTEN = Instant.parse("2026-11-28T10:00:00Z");
  private static final UUID LETTER = UUID.fromString("7d1b0c3e-2f7a-4c0e-9f0b-0a4f5a3c2d1e");

  @TempDir Path folder;

  @Test
  void shouldNameTheLetterUntilItsTimeIsOver() {
    var link = at(WRITTEN).of(LETTER, WRITTEN);

    assertThat(link).hasSize(75).matches("[A-Za-z0-9_-]+");
    assertThat(at(WRITTEN.plus(Duration.ofDays(30))).letterOf(link)).contains(LETTER);
    assertThat(at(WRITTEN.plus(Duration.ofDays(30)).plusSeconds(1)).letterOf(link)).isEmpty();
  }

  @Test
  void shouldBeTheSameAtEveryAttempt() {
    assertThat(at(WRITTEN.plusSeconds(7)).of(LETTER, WRITTEN))
        .isEqualTo(at(WRITTEN).of(LETTER, WRITTEN));
  }

  @Test
  void shouldRefuseALinkOfWhichOneBitIsAnother() {
    var bytes = Base64.getUrlDecoder().decode(at(WRITTEN).of(LETTER, WRITTEN));
    for (var bit = 0; bit < bytes.length * 8; bit++) {
      var forged = bytes.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(at(WRITTEN).letterOf(Base64.getUrlEncoder().encodeToString(forged)))
          .as("bit %d", bit)
          .isEmpty();
    }
  }

  @Test
  void shouldRefuseWhatIsNoLinkAndWhatAnotherKeySigned() {
    for (var text : new String[] {"", "none", "A".repeat(74), "A".repeat(76), "ä".repeat(75)}) {
      assertThat(at(WRITTEN).letterOf(text)).isEmpty();
    }
    var other = new byte[32];
    other[0] = 1;
    assertThat(links(other, WRITTEN).letterOf(at(WRITTEN).of(LETTER, WRITTEN))).isEmpty();
  }

  @Test
  void shouldMakeAKeyOnceThatOnlyItsOwnerReads() throws IOException {
    var file = folder.resolve("mail").resolve("link-key");

    var key = LinkKey.in(file);

    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]).isEqualTo(LinkKey.in(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.writeString(file, "short");
    assertThatThrownBy(() -> LinkKey.in(file)).hasMessageContaining("no key of 32 bytes");
  }

  private static SeenLinks at(Instant now) {
    return links(new byte[32], now);
  }

  private static SeenLinks links(byte[] key, Instant now) {
    return new SeenLinks(key, Duration.ofDays(30), Clock.fixed(now, ZoneOffset.UTC));
  }
}
