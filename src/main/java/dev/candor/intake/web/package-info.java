/** Flagging by HTTP and by page. */
@NullMarked
package dev.candor.intake.web;

import org.jspecify.annotations.NullMarked;
