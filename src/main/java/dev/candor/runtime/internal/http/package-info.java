/** HTTP for the doors: routes, requests on virtual threads, answers and problems in JSON. */
@NullMarked
package dev.candor.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
