/** The ledger in the database: entries, their order, the tree over them, its signed heads. */
@NullMarked
package dev.candor.ledger.internal;

import org.jspecify.annotations.NullMarked;
