/** Signed heads as text: checkpoints in the form of a signed note (C2SP), by Ed25519. */
@NullMarked
package dev.candor.ledger.internal.note;

import org.jspecify.annotations.NullMarked;
