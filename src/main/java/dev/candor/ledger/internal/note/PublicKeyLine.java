package dev.candor.ledger.internal.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The key that checks heads, in one line as C2SP's signed note writes it: name, id, and the Ed25519
 * key, parted by plus signs.
 */
public final class PublicKeyLine {

  static final byte ED25519 = 1;

  private static final Pattern LINE = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+(\\S+)");
  private static final int KEY_BYTES = 32;
  // RFC 8410: what stands before the 32 bytes of every Ed25519 key in X.509.
  private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] key;

  PublicKeyLine(String name, PublicKey key) {
    this.name = name;
    byte[] encoded = key.getEncoded();
    this.key = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  private PublicKeyLine(String name, byte[] key) {
    this.name = name;
    this.key = key;
  }

  /**
   * @throws NotASignedHead when it is no such line
   */
  public static PublicKeyLine parse(String line) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new NotASignedHead("The key is not of the form name+id+key");
    }
    byte[] typed = decoded(parts.group(3), "The key");
    if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
      throw new NotASignedHead("The key is not one of Ed25519");
    }
    byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
    var parsed = new PublicKeyLine(parts.group(1), key);
    if (!HexFormat.of().toHexDigits(parsed.id()).equals(parts.group(2))) {
      throw new NotASignedHead("The key does not have the id that is written beside it");
    }
    return parsed;
  }

  public String name() {
    return name;
  }

  /** The four bytes by which a signature names its key. */
  int id() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return ByteBuffer.wrap(digest.digest(key)).getInt();
  }

  boolean hasSigned(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      byte[] encoded =
          ByteBuffer.allocate(X509_HEAD.length + KEY_BYTES).put(X509_HEAD).put(key).array();
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] decoded(String base64, String what) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new NotASignedHead(what + " is not in base64");
    }
  }

  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(key).array();
    return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed));
  }
}
