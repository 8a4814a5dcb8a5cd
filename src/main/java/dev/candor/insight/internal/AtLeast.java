package dev.candor.insight.internal;

/**
 * A count, or the part of it that may be told.
 *
 * @param exact whether there are no more
 */
public record AtLeast(int n, boolean exact) {}
