/** The case: register, timeline, recommendations, decision, and who may open it. */
@ApplicationModule(
    displayName = "Cases",
    allowedDependencies = {
      "access",
      "calendar",
      "database",
      "process",
      "policy",
      "web",
      "ledger",
      "notification"
    })
@NullMarked
package dev.candor.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
