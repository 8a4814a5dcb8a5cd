/** People to try the service out with, while no OpenID provider is configured. */
@NullMarked
package dev.candor.access.internal.demonstration;

import org.jspecify.annotations.NullMarked;
