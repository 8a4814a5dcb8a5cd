package dev.candor.ledger.internal.note;

import java.nio.ByteBuffer;
import java.util.Base64;

/** A head with its signature, as text that can be mailed, printed and read out. */
public final class SignedHead {

  private static final String DASH = "\u2014 ";
  private static final String BLANK = "\n\n";

  private SignedHead() {}

  static String write(TreeHead head, PublicKeyLine key, byte[] signature) {
    byte[] named =
        ByteBuffer.allocate(4 + signature.length).putInt(key.id()).put(signature).array();
    return "%s\n%s%s %s\n"
        .formatted(head.text(), DASH, key.name(), Base64.getEncoder().encodeToString(named));
  }

  /**
   * The head, if this key signed it.
   *
   * @throws NotASignedHead when it did not, or when this is no head
   */
  public static TreeHead read(String note, PublicKeyLine key) {
    String text = note.replace("\r\n", "\n");
    int end = text.lastIndexOf(BLANK);
    if (end < 0) {
      throw new NotASignedHead("The head has no signature");
    }
    String signed = text.substring(0, end + 1);
    boolean isSigned =
        text.substring(end + BLANK.length())
            .lines()
            .filter(line -> line.startsWith(DASH + key.name() + " "))
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .map(signature -> PublicKeyLine.decoded(signature, "The head's signature"))
            .anyMatch(named -> isBy(key, signed, named));
    if (!isSigned) {
      throw new NotASignedHead("The head is not signed by the key " + key.name());
    }
    return TreeHead.parse(signed);
  }

  private static boolean isBy(PublicKeyLine key, String signed, byte[] named) {
    if (named.length <= 4 || ByteBuffer.wrap(named).getInt() != key.id()) {
      return false;
    }
    byte[] signature = new byte[named.length - 4];
    ByteBuffer.wrap(named).position(4).get(signature);
    return key.hasSigned(signed, signature);
  }
}
