/** The one door to Camunda: ports in business words, the client behind them. */
@ApplicationModule(
    displayName = "Process",
    allowedDependencies = {"outbox"})
@NullMarked
package dev.candor.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
