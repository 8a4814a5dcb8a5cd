package dev.candor.ledger.internal.note;

import java.security.SecureRandom;

/** Not random at all: what a key is made of, for making the same key again. */
final class FixedBytes extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private final byte[] bytes;

  FixedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public void nextBytes(byte[] into) {
    System.arraycopy(bytes, 0, into, 0, into.length);
  }
}
