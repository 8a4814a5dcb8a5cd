/** Working time: when each desk works, until when a step is due, and how much of it is left. */
@ApplicationModule(
    displayName = "Calendar",
    allowedDependencies = {"process", "web"})
@NullMarked
package dev.candor.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
