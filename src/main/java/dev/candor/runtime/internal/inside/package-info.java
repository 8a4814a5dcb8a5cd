/** Clients in this JVM, which reach the runtime without a port. */
@NullMarked
package dev.candor.runtime.internal.inside;

import org.jspecify.annotations.NullMarked;
