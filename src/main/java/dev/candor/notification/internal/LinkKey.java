package dev.candor.notification.internal;

import dev.candor.access.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that signs links in letters: 32 bytes, in hexadecimal. */
final class LinkKey {

  private static final int LENGTH = 32;

  private LinkKey() {}

  /**
   * Reads the key; makes one first where there is no file.
   *
   * @throws IllegalStateException when the file holds something else
   */
  static byte[] in(Path file) {
    byte[] key;
    try {
      key = HexFormat.of().parseHex(SecretFile.read(file, LinkKey::made).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The key of links in letters %s".formatted(file), e);
    } catch (IllegalArgumentException noHexadecimal) {
      key = new byte[0];
    }
    if (key.length != LENGTH) {
      throw new IllegalStateException("%s holds no key of 32 bytes".formatted(file));
    }
    return key;
  }

  private static String made() {
    var key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key) + "\n";
  }
}
