/**
 * The log: every record the engine writes, in memory until it is processed, and in files if asked.
 */
@NullMarked
package dev.candor.runtime.internal.log;

import org.jspecify.annotations.NullMarked;
