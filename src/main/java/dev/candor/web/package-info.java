/**
 * What all pages and answers share: problems (RFC 9457), the frame around a page, security headers.
 */
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {"access", "database"})
@NullMarked
package dev.candor.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
