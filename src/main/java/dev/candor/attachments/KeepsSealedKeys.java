package dev.candor.attachments;

import java.util.List;
import java.util.UUID;

/**
 * Whoever keeps keys that a master key sealed. A master key that was replaced is forgotten once all
 * of them have every key sealed anew; they are asked in the name of {@link Sealing#KEEPER}.
 */
public interface KeepsSealedKeys {

  /**
   * Those that another master key sealed than this one.
   *
   * @param after begins with the next id
   * @return by id, none when there are no more
   */
  List<KeyOf> notSealedWith(int number, UUID after, int most);

  /** Nothing happens to what went meanwhile. */
  void sealAnew(UUID id, SealedKey key);

  /**
   * @param id of the thing that it is the key of
   */
  record KeyOf(UUID id, SealedKey key) {}
}
