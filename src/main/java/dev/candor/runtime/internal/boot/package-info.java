/** The runtime as part of the service: started where no cluster is configured. */
@NullMarked
package dev.candor.runtime.internal.boot;

import org.jspecify.annotations.NullMarked;
