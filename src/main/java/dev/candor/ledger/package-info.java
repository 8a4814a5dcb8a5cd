/**
 * The append-only, tamper-evident record of decisions, grants, reads, refusals, deployments and
 * policy versions: an RFC 6962 Merkle tree whose signed heads anybody can keep, and by which an
 * export is checked offline.
 */
@ApplicationModule(
    displayName = "Ledger",
    allowedDependencies = {"access", "notification", "outbox", "web"})
@NullMarked
package dev.candor.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
