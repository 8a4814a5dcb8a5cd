/** States of the engine and of what searches read, kept so that the log before them can go. */
@NullMarked
package dev.candor.runtime.internal.snapshot;

import org.jspecify.annotations.NullMarked;
