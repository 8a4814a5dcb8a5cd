/** What callers may ask for, whichever door they come through: checked, and put to the engine. */
@NullMarked
package dev.candor.runtime.internal.request;

import org.jspecify.annotations.NullMarked;
