@NullMarked
package dev.candor.notification.web;

import org.jspecify.annotations.NullMarked;
