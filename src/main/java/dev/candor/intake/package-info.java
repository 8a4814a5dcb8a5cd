/** How a flag comes in: by form, by HTTP API, and the examples. */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"access", "cases", "web"})
@NullMarked
package dev.candor.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
