@NullMarked
package dev.candor.studio.internal;

import org.jspecify.annotations.NullMarked;
