/** What the runtime is made of. */
@NullMarked
package dev.candor.runtime.internal;

import org.jspecify.annotations.NullMarked;
