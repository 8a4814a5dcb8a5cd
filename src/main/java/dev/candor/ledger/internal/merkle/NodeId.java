package dev.candor.ledger.internal.merkle;

/**
 * A complete subtree: the {@code index}-th of those over {@code 2^level} leaves. Level 0 are the
 * leaves.
 */
public record NodeId(int level, long index) {}
