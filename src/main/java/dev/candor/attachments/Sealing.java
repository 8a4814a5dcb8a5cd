package dev.candor.attachments;

import java.util.UUID;

/**
 * Seals what lies in a table as attachments are sealed in their folder: each thing with a key of
 * its own, which a master key seals and which is kept in a table of {@link SealedKeys}.
 */
public interface Sealing {

  /** The service under which keys are sealed anew; the policies in the database know this name. */
  String KEEPER = "attachments";

  /** With a new key, for one thing. */
  Seal newSeal(UUID id);

  /**
   * With the key that was kept with that thing.
   *
   * @throws BrokenSeal when it is no key of it, or its master key is gone
   */
  Seal seal(UUID id, SealedKey key) throws BrokenSeal;

  /** Of one thing, whose parts are sealed each by itself. */
  interface Seal {

    /** To be kept with the thing. */
    SealedKey key();

    /**
     * @param part what it opens as, and as nothing else
     */
    byte[] close(String part, byte[] content);

    /**
     * @throws BrokenSeal when it is not what was sealed as this part of this thing
     */
    byte[] open(String part, byte[] sealed) throws BrokenSeal;
  }
}
