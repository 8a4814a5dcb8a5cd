/** The demonstration people and the rules of signing in. */
@NullMarked
package dev.candor.access.internal;

import org.jspecify.annotations.NullMarked;
