package dev.candor.runtime.internal.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever brings the credential, or everybody where none is set. Takes the same time
 * whatever is brought.
 */
public final class Doorkeeper {

  /** Lets in everybody. */
  public static final Doorkeeper OF_ALL = new Doorkeeper(null);

  /** What a caller who is not let in is told to bring (RFC 7617). */
  public static final String CHALLENGE = "Basic realm=\"Camunda 8\", charset=\"UTF-8\"";

  private static final String SCHEME = "basic ";

  private final byte @Nullable [] expected;

  private Doorkeeper(byte @Nullable [] expected) {
    this.expected = expected;
  }

  /** Asks for a name and a password, as HTTP's Basic authentication brings them. */
  public static Doorkeeper asking(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Doorkeeper(digest(Base64.getEncoder().encodeToString(pair)));
  }

  /**
   * @param authorization the header, or the metadata, of that name
   */
  public boolean letsIn(@Nullable String authorization) {
    if (expected == null) {
      return true;
    }
    boolean isBasic =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String brought = isBasic ? authorization.substring(SCHEME.length()).strip() : "";
    return MessageDigest.isEqual(expected, digest(brought));
  }

  /** Digests are of one length, so that comparing them tells nothing of the secret's. */
  private static byte[] digest(String text) {
    return DigestUtils.sha256(text);
  }
}
