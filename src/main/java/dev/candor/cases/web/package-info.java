/** Cases by HTTP and as pages. */
@NullMarked
package dev.candor.cases.web;

import org.jspecify.annotations.NullMarked;
