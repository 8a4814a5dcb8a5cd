/** Human work: the desk, claiming and completing, and the rules about who may. */
@ApplicationModule(
    displayName = "Tasks",
    allowedDependencies = {
      "access",
      "calendar",
      "cases",
      "cases :: pages",
      "database",
      "ledger",
      "notification",
      "outbox",
      "process",
      "web"
    })
@NullMarked
package dev.candor.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
