/** The ledger over HTTP and as a page. */
@NullMarked
package dev.candor.ledger.web;

import org.jspecify.annotations.NullMarked;
