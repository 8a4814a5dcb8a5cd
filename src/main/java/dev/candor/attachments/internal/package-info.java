/** The table of attachments, their folder, and the keys that seal them. */
@NullMarked
package dev.candor.attachments.internal;

import org.jspecify.annotations.NullMarked;
