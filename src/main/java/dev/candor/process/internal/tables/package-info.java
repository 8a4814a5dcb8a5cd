/** What decision tables do, found out with the engine's own parser and FEEL. */
@NullMarked
package dev.candor.process.internal.tables;

import org.jspecify.annotations.NullMarked;
