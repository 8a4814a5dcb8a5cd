/** What the engine recorded, in order, for whoever keeps a picture of it. */
@NullMarked
package dev.candor.runtime.internal.feed;

import org.jspecify.annotations.NullMarked;
