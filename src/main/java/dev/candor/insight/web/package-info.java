/** Cycle times over HTTP and as pages. */
@NullMarked
package dev.candor.insight.web;

import org.jspecify.annotations.NullMarked;
