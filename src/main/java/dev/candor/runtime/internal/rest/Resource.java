package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Routes;

/** A part of the contract. */
interface Resource {

  void addTo(Routes routes);
}
