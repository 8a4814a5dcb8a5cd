package dev.candor.runtime.internal.rest;

import org.jspecify.annotations.Nullable;

/** The body of commands that take nothing but the caller's mark. */
record OperationReference(@Nullable Long operationReference) {}
