/**
 * Cycle times for managers, who see no case: an event log of codes and moments, what is counted
 * from it, and how it is shown.
 */
@ApplicationModule(
    displayName = "Insight",
    allowedDependencies = {"access", "calendar", "notification", "outbox", "process", "web"})
@NullMarked
package dev.candor.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
