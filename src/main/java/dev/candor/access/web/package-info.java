/** Signing in by a page. */
@NullMarked
package dev.candor.access.web;

import org.jspecify.annotations.NullMarked;
