/** Form-js schemas, read on the server: which values a form takes, and which of them route. */
@NullMarked
package dev.candor.tasks.internal.form;

import org.jspecify.annotations.NullMarked;
