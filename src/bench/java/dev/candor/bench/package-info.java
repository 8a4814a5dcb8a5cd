/** What the measurements share: the report, the machine it names, JVMs of their own, the load. */
@NullMarked
package dev.candor.bench;

import org.jspecify.annotations.NullMarked;
