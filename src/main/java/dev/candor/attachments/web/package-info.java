/** Attachments over HTTP, for pages and for the API. */
@NullMarked
package dev.candor.attachments.web;

import org.jspecify.annotations.NullMarked;
