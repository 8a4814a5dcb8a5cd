/** The seam between the engine and what is put in front of it: REST, gRPC, management. */
@NullMarked
package dev.candor.runtime.internal.door;

import org.jspecify.annotations.NullMarked;
