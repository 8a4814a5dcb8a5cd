/** Camunda's own engine, put together. */
@NullMarked
package dev.candor.runtime.internal.engine;

import org.jspecify.annotations.NullMarked;
