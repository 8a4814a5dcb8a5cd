/** Policies and their versions, and the grounds a decision can rest on. */
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"access", "ledger", "web"})
@NullMarked
package dev.candor.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
