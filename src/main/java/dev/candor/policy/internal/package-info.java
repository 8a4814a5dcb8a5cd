/** The catalogue of policies in the database. */
@NullMarked
package dev.candor.policy.internal;

import org.jspecify.annotations.NullMarked;
