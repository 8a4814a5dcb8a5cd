package dev.candor.attachments;

/**
 * A key as it is kept.
 *
 * @param sealed by a master key
 * @param number of that master key
 */
public record SealedKey(byte[] sealed, int number) {}
