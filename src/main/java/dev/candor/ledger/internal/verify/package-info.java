/** Checks an export against a published head, without the service. */
@NullMarked
package dev.candor.ledger.internal.verify;

import org.jspecify.annotations.NullMarked;
