/** Policies by HTTP and by page. */
@NullMarked
package dev.candor.policy.web;

import org.jspecify.annotations.NullMarked;
