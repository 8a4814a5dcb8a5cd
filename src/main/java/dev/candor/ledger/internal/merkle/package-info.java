/** The Merkle tree of RFC 6962 (section 2.1) and its proofs; knows nothing of databases. */
@NullMarked
package dev.candor.ledger.internal.merkle;

import org.jspecify.annotations.NullMarked;
