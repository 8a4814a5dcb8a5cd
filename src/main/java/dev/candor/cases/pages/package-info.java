/** A case as pages show it: on its own page, and beside a task at the desk. */
@NamedInterface("pages")
@NullMarked
package dev.candor.cases.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
