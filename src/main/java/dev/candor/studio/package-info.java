/** For process owners: check, deploy, look at and move what runs. */
@ApplicationModule(
    displayName = "Studio",
    allowedDependencies = {
      "access",
      "calendar",
      "cases",
      "notification",
      "policy",
      "process",
      "web"
    })
@NullMarked
package dev.candor.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
