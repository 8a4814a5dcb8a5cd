/** The engine's time. */
@NullMarked
package dev.candor.runtime.internal.clock;

import org.jspecify.annotations.NullMarked;
