/** Problems, error pages, limits and the lines a start leaves in the log. */
@NullMarked
package dev.candor.web.internal;

import org.jspecify.annotations.NullMarked;
