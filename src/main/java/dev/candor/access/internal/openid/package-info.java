/** People who come from an OpenID provider, and whom their tokens say they are. */
@NullMarked
package dev.candor.access.internal.openid;

import org.jspecify.annotations.NullMarked;
