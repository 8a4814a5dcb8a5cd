package dev.candor.processes;

import java.util.List;

/**
 * What happens next to a case, as chance has it. It shrinks to the first of everything: somebody
 * answers the first task with the first choice.
 *
 * @param pick tells apart what a turn of this kind can be
 */
record Turn(Kind kind, int pick) {

  static final int MOST_PICKS = 9_999;

  /** For when no more are given. */
  static final Turn SIMPLEST = new Turn(Kind.ANSWER, 0);

  enum Kind {
    /** Somebody answers an open task. */
    ANSWER,
    /** Time passes until a reminder or a deadline. */
    WAIT,
    /** Somebody holds a task, is recused, and it goes back to its groups. */
    RECUSE,
    /** The other side puts it in writing. */
    WRITE,
    /** The press asks about it. */
    PRESS,
    /** Counsel has everything kept that is there of it. */
    HOLD,
    /** The other side takes it back. */
    WITHDRAW
  }

  Picks picks() {
    return new Picks(pick);
  }

  @Override
  public String toString() {
    return kind + " " + pick;
  }

  /** Takes one number apart into as many choices as are asked for. */
  static final class Picks {

    private int left;

    private Picks(int all) {
      this.left = all;
    }

    <T> T oneOf(List<T> choices) {
      var index = left % choices.size();
      left /= choices.size();
      return choices.get(index);
    }
  }
}
