/** The event log, the splitting of time, and the figures over both. */
@NullMarked
package dev.candor.insight.internal;

import org.jspecify.annotations.NullMarked;
