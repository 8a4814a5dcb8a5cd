package dev.candor.ledger.internal.note;

import dev.candor.ledger.internal.merkle.TreeHash;
import java.util.Arrays;
import java.util.Base64;

/**
 * What the ledger is at one size: the text of a checkpoint (C2SP tlog-checkpoint) without its
 * signatures.
 *
 * @param origin the ledger's name
 * @param size how many entries
 * @param root the hash over all of them, 32 bytes
 */
public record TreeHead(String origin, long size, byte[] root) {

  /** The text that is signed. */
  String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
  }

  static TreeHead parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
      throw new NotASignedHead("The head has no origin, size and root");
    }
    byte[] root = PublicKeyLine.decoded(lines[2], "The head's root");
    if (root.length != TreeHash.BYTES) {
      throw new NotASignedHead("The head's root is not a hash");
    }
    return new TreeHead(lines[0], Long.parseLong(lines[1]), root);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHead head
        && origin.equals(head.origin)
        && size == head.size
        && Arrays.equals(root, head.root);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(root);
  }
}
