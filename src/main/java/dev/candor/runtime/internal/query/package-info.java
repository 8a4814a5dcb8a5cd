/** Filtering, sorting and paging over rows in memory, written once for every kind of row. */
@NullMarked
package dev.candor.runtime.internal.query;

import org.jspecify.annotations.NullMarked;
