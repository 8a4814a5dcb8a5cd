package dev.candor.ledger.internal;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A salted hash in the place of something personal: shows that a value is the one that was written,
 * and tells nothing once salt and value are deleted.
 */
public record Commitment(String field, String salt, String value) {

  private static final String PREFIX = "sha256:";
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Commitment to(String field, String value) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Commitment(field, HexFormat.of().formatHex(salt), value);
  }

  /** What stands in the entry. */
  public String hash() {
    return PREFIX + DigestUtils.sha256Hex(salt + "\n" + field + "\n" + value);
  }
}
