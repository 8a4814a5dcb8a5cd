/** PostgreSQL: started in this JVM's care where none is configured. */
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
@NullMarked
package dev.candor.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
