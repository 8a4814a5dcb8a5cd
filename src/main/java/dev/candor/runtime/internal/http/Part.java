package dev.candor.runtime.internal.http;

import org.jspecify.annotations.Nullable;

/** A part of a multipart body. */
public record Part(String name, @Nullable String fileName, byte[] content) {}
