/** What must happen outside once a transaction is committed, and the loop that carries it out. */
@ApplicationModule(
    displayName = "Outbox",
    allowedDependencies = {"access"})
@NullMarked
package dev.candor.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
