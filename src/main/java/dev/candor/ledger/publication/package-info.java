/** Heads of the ledger, one a day, given to who keeps them elsewhere. */
@NullMarked
package dev.candor.ledger.publication;

import org.jspecify.annotations.NullMarked;
