package dev.candor.cases;

import dev.candor.web.RefusedByRule;

/** Who flagged or recommended does not decide the same case. */
public class FourEyes extends RefusedByRule {

  public FourEyes() {
    super("Who flagged or reviewed a case does not decide it");
  }
}
