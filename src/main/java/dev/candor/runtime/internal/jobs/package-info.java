/** Jobs for workers: when to look for them. */
@NullMarked
package dev.candor.runtime.internal.jobs;

import org.jspecify.annotations.NullMarked;
