@NullMarked
package dev.candor.notification.internal;

import org.jspecify.annotations.NullMarked;
