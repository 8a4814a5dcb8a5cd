package dev.candor.web;

import org.jspecify.annotations.Nullable;

/**
 * One of several that a field offers.
 *
 * @param label null when the words of the pages have it
 */
public record Choice(String code, @Nullable String label) {}
