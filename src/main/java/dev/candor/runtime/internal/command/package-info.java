/** Commands to the engine and its answers. */
@NullMarked
package dev.candor.runtime.internal.command;

import org.jspecify.annotations.NullMarked;
