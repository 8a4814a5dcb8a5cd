package dev.candor.attachments.internal;

import java.security.SecureRandom;

/** What nobody can guess. */
final class Randomness {

  private static final SecureRandom SOURCE = new SecureRandom();

  private Randomness() {}

  static byte[] bytes(int count) {
    var bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }
}
