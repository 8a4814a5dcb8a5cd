package dev.candor.attachments.internal;

import dev.candor.access.Acting;
import dev.candor.attachments.internal.AttachmentTable.SealedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The master keys in use; after a rotation the keys of all files are sealed anew, then the old ones
 * go.
 */
class CurrentKeys {

  static final String SERVICE = "attachments";

  private static final Logger LOG = LoggerFactory.getLogger(CurrentKeys.class);
  private static final int AT_ONCE = 500;

  private final Path file;
  private volatile MasterKeys keys;

  CurrentKeys(Path file) {
    this.file = file;
    this.keys = MasterKeys.in(file);
  }

  SealedKey seal(UUID id, byte[] key) {
    var current = keys;
    return new SealedKey(current.seal(key, id.toString()), current.newest());
  }

  byte[] open(UUID id, SealedKey key) throws IOException {
    return keys.open(key.sealed(), key.number(), id.toString());
  }

  /** A crash in between is mended by the next call: both keys are there until all is done. */
  void finishRotation(AttachmentTable table) {
    keys = MasterKeys.in(file);
    if (!keys.hasOlder()) {
      return;
    }
    var count = Acting.asService(SERVICE, () -> sealAnew(table));
    keys = keys.retire(file);
    LOG.info("The keys of {} attachments are sealed with key {} now", count, keys.newest());
  }

  private int sealAnew(AttachmentTable table) {
    var count = 0;
    for (var some = table.notSealedWith(keys.newest(), AT_ONCE);
        !some.isEmpty();
        some = table.notSealedWith(keys.newest(), AT_ONCE)) {
      for (var each : some) {
        table.seal(each.id(), seal(each.id(), opened(each)));
        count++;
      }
    }
    return count;
  }

  private byte[] opened(AttachmentTable.KeyOf each) {
    try {
      return open(each.id(), each.key());
    } catch (IOException e) {
      throw new UncheckedIOException("The key of attachment %s".formatted(each.id()), e);
    }
  }
}
