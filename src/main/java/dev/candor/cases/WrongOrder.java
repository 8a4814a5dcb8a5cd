package dev.candor.cases;

import dev.candor.web.RefusedByRule;

/** A step that does not belong where the case stands: nothing was changed. */
public class WrongOrder extends RefusedByRule {

  public WrongOrder(CaseState state, String step) {
    super("A case that is " + state + " cannot be " + step);
  }
}
