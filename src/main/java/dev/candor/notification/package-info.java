/** Content-free mail: templates, outbox, delivery, the built-in mail box. */
@ApplicationModule(
    displayName = "Notification",
    allowedDependencies = {"access", "outbox", "web"})
@NullMarked
package dev.candor.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
