/** The Orchestration Cluster REST API: one class per resource of the contract. */
@NullMarked
package dev.candor.runtime.internal.rest;

import org.jspecify.annotations.NullMarked;
