/**
 * Files that belong to a case: looked at by their content, hashed, sealed on the disk, and opened
 * for those who need to know. Its keys seal what other modules keep in tables, too.
 */
@ApplicationModule(
    displayName = "Attachments",
    allowedDependencies = {"access", "cases", "ledger", "web"})
@NullMarked
package dev.candor.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
