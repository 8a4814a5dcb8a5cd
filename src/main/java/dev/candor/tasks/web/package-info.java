@NullMarked
package dev.candor.tasks.web;

import org.jspecify.annotations.NullMarked;
