package dev.candor.notification.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a letter's link says: which letter, and until when. HMAC-SHA256 (RFC 2104), so that
 * nobody makes one of their own; what it says is no secret.
 */
class SeenLinks {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SAID = 2 * Long.BYTES + Long.BYTES;
  private static final int SIGNATURE = 32;

  private final Mac mac;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * @param lifetime how long a link works, from when its letter was written
   */
  SeenLinks(byte[] key, Duration lifetime, Clock clock) {
    this.mac = withKey(key);
    this.lifetime = lifetime;
    this.clock = clock;
  }

  private static Mac withKey(byte[] key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256", e);
    }
  }

  /** The same at every attempt to send the letter. */
  String of(UUID letter, Instant writtenAt) {
    var said =
        ByteBuffer.allocate(SAID)
            .putLong(letter.getMostSignificantBits())
            .putLong(letter.getLeastSignificantBits())
            .putLong(writtenAt.plus(lifetime).getEpochSecond())
            .array();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(SAID + SIGNATURE).put(said).put(signature(said)).array());
  }

  /** Empty when it is not ours, or its time is over. */
  Optional<UUID> letterOf(String link) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(link);
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
    if (bytes.length != SAID + SIGNATURE) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    var said = new byte[SAID];
    var signature = new byte[SIGNATURE];
    buffer.get(said).get(signature);
    var read = ByteBuffer.wrap(said);
    var letter = new UUID(read.getLong(), read.getLong());
    var until = read.getLong();
    // Compared in constant time, before anything of it is believed.
    return MessageDigest.isEqual(signature, signature(said))
            && clock.instant().getEpochSecond() <= until
        ? Optional.of(letter)
        : Optional.empty();
  }

  private byte[] signature(byte[] said) {
    try {
      return ((Mac) mac.clone()).doFinal(said);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("That of every Java can be cloned", e);
    }
  }
}
