@NullMarked
package dev.candor.tasks.internal;

import org.jspecify.annotations.NullMarked;
