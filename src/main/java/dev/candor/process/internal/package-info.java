@NullMarked
package dev.candor.process.internal;

import org.jspecify.annotations.NullMarked;
