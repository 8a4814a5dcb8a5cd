@NullMarked
package dev.candor.studio.web;

import org.jspecify.annotations.NullMarked;
