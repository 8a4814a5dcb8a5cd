/** The checks on a flag, and the examples. */
@NullMarked
package dev.candor.intake.internal;

import org.jspecify.annotations.NullMarked;
