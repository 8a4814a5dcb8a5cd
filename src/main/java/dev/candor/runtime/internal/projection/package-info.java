/** What searches read: one picture of the engine's records for each kind of thing. */
@NullMarked
package dev.candor.runtime.internal.projection;

import org.jspecify.annotations.NullMarked;
