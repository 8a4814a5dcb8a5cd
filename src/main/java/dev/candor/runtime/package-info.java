/** Camunda 8 in this JVM: the engine and its API, for running without a cluster. */
@ApplicationModule(
    displayName = "Runtime",
    allowedDependencies = {})
@NullMarked
package dev.candor.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
