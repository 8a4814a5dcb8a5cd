package dev.candor.attachments.internal;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.candor.attachments.BrokenSeal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals what fits into memory. */
final class AesGcm {

  static final int KEY_BYTES = 32;

  private AesGcm() {}

  /**
   * @param about what it belongs to; it opens for that only
   */
  static byte[] seal(byte[] key, byte[] content, String about) {
    try {
      return new AesGcmJce(key).encrypt(content, bytes(about));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("It cannot be sealed", e);
    }
  }

  static byte[] open(byte[] key, byte[] sealed, String about) throws BrokenSeal {
    try {
      return new AesGcmJce(key).decrypt(sealed, bytes(about));
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal("Not what was sealed with this key", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
