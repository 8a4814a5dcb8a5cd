/** How a flag comes in: by form, by HTTP API, by mail, and the examples. */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"access", "attachments", "cases", "notification", "outbox", "web"})
@NullMarked
package dev.candor.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
