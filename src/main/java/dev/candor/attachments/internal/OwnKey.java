package dev.candor.attachments.internal;

import dev.candor.attachments.BrokenSeal;
import dev.candor.attachments.SealedKey;
import dev.candor.attachments.Sealing;
import java.util.UUID;

/** The key of one thing, open and as it is kept. */
final class OwnKey implements Sealing.Seal {

  private final UUID id;
  private final byte[] key;
  private final SealedKey kept;

  OwnKey(UUID id, byte[] key, SealedKey kept) {
    this.id = id;
    this.key = key;
    this.kept = kept;
  }

  @Override
  public SealedKey key() {
    return kept;
  }

  @Override
  public byte[] close(String part, byte[] content) {
    return AesGcm.seal(key, content, about(part));
  }

  @Override
  public byte[] open(String part, byte[] sealed) throws BrokenSeal {
    return AesGcm.open(key, sealed, about(part));
  }

  private String about(String part) {
    return id + " " + part;
  }
}
