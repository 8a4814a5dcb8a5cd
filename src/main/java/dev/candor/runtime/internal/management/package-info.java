/** The management API: purge, clock, health and metrics, as operators and process tests use it. */
@NullMarked
package dev.candor.runtime.internal.management;

import org.jspecify.annotations.NullMarked;
