/** The register in the database: the aggregate, its tables, and reading by need to know. */
@NullMarked
package dev.candor.cases.internal;

import org.jspecify.annotations.NullMarked;
