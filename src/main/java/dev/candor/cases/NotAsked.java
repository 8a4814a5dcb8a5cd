package dev.candor.cases;

import dev.candor.web.RefusedByRule;

/** Nobody waits for an answer: it was not asked for, it is here already, or the time is over. */
public class NotAsked extends RefusedByRule {

  public NotAsked() {
    super("This case does not wait for a written request");
  }
}
