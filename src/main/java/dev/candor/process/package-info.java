/** The one door to Camunda: ports in business words, the client behind them. */
@ApplicationModule(
    displayName = "Process",
    allowedDependencies = {"access", "ledger", "outbox"})
@NullMarked
package dev.candor.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
