package dev.candor;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules see each other's root packages only, those they may, and in no circle. */
class ModularityTests {

  @Test
  void shouldKeepToTheModulesAndTheirAllowedDependencies() {
    ApplicationModules.of(CandorApplication.class).verify();
  }
}
