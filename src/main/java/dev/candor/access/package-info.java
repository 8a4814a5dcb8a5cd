/** People, their roles and desks, who is signed in, and how they sign in. */
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"database"})
@NullMarked
package dev.candor.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
