/** Working hours, public holidays, and what was set for each step. */
@NullMarked
package dev.candor.calendar.internal;

import org.jspecify.annotations.NullMarked;
