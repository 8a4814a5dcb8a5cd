/** How the built-in PostgreSQL is unpacked, started, entered and stopped. */
@NullMarked
package dev.candor.database.internal;

import org.jspecify.annotations.NullMarked;
