package dev.candor.ledger.internal.merkle;

import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 as RFC 6962 uses it: leaves and inner nodes can never be taken for each other. */
public final class TreeHash {

  public static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** The hash of the tree without leaves. */
  public static byte[] empty() {
    return DigestUtils.sha256(new byte[0]);
  }

  public static byte[] leaf(byte[] entry) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(LEAF);
    return digest.digest(entry);
  }

  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }
}
