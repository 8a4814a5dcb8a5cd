/**
 * What the engine calls: one class per job type. A worker translates; the logic is in the modules.
 */
@ApplicationModule(
    displayName = "Workers",
    allowedDependencies = {
      "access",
      "calendar",
      "cases",
      "database",
      "notification",
      "policy",
      "process",
      "tasks"
    })
@NullMarked
package dev.candor.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
