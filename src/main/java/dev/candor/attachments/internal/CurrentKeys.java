package dev.candor.attachments.internal;

import dev.candor.access.Acting;
import dev.candor.attachments.BrokenSeal;
import dev.candor.attachments.SealedKey;
import dev.candor.attachments.SealedKeys;
import dev.candor.attachments.Sealing;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The master keys in use; after a rotation all keys are sealed anew, then the old ones go. */
class CurrentKeys implements Sealing {

  private static final Logger LOG = LoggerFactory.getLogger(CurrentKeys.class);

  private final Path file;
  private volatile MasterKeys keys;

  CurrentKeys(Path file) {
    this.file = file;
    this.keys = MasterKeys.in(file);
  }

  @Override
  public Seal newSeal(UUID id) {
    var key = Randomness.bytes(AesGcm.KEY_BYTES);
    return new OwnKey(id, key, seal(id, key));
  }

  @Override
  public Seal seal(UUID id, SealedKey key) throws BrokenSeal {
    return new OwnKey(id, open(id, key), key);
  }

  SealedKey seal(UUID id, byte[] key) {
    var current = keys;
    return new SealedKey(current.seal(key, id.toString()), current.newest());
  }

  byte[] open(UUID id, SealedKey key) throws BrokenSeal {
    return keys.open(key.sealed(), key.number(), id.toString());
  }

  /**
   * A crash in between is mended by the next call: both keys are there until all is done. They stay
   * as well while there is a key that neither opens, which somebody may put right.
   */
  void finishRotation(List<SealedKeys> sealedKeys) {
    keys = MasterKeys.in(file);
    if (!keys.hasOlder()) {
      return;
    }
    var anew = new SealingAnew(this, keys.newest());
    Acting.<Void, RuntimeException>asService(
        KEEPER,
        () -> {
          sealedKeys.forEach(anew::of);
          return null;
        });
    LOG.info("{} keys are sealed with master key {} now", anew.sealed(), keys.newest());
    if (anew.broken() == 0) {
      keys = keys.retire(file);
    } else {
      LOG.warn("{} keys do not open: the old master key stays in {}", anew.broken(), file);
    }
  }
}
