package dev.candor.attachments.internal;

import dev.candor.attachments.BrokenSeal;
import dev.candor.attachments.SealedKeys;
import dev.candor.attachments.SealedKeys.KeyOf;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings keys from older master keys to the newest, and counts them. */
final class SealingAnew {

  private static final Logger LOG = LoggerFactory.getLogger(SealingAnew.class);
  private static final int AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final CurrentKeys keys;
  private final int newest;
  private int sealed;
  private int broken;

  SealingAnew(CurrentKeys keys, int newest) {
    this.keys = keys;
    this.newest = newest;
  }

  void of(SealedKeys sealedKeys) {
    var after = BEFORE_ALL;
    for (var some = sealedKeys.notSealedWith(newest, after, AT_ONCE);
        !some.isEmpty();
        some = sealedKeys.notSealedWith(newest, after, AT_ONCE)) {
      some.forEach(each -> sealAnew(sealedKeys, each));
      after = some.getLast().id();
    }
  }

  int sealed() {
    return sealed;
  }

  int broken() {
    return broken;
  }

  private void sealAnew(SealedKeys sealedKeys, KeyOf each) {
    try {
      var anew = keys.seal(each.id(), keys.open(each.id(), each.key()));
      sealed += sealedKeys.sealAnew(each.id(), anew) ? 1 : 0;
    } catch (BrokenSeal seal) {
      broken++;
      LOG.warn("The key of {} does not open: {}", each.id(), seal.getMessage());
    }
  }
}
