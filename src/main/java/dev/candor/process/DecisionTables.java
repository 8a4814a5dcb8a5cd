package dev.candor.process;

import java.util.Map;

/** The tables of processes/ as the engine has them, each in its newest version. */
public interface DecisionTables {

  /**
   * @param facts by the names of the table's inputs
   * @param type what the table answers, its outputs by name; a table with one output answers that
   * @throws NoAnswer when there is no such table, none of its rows fits, or its answer is not of
   *     that type
   * @throws EngineUnavailable when the engine does not answer
   */
  <T> T ask(String decision, Map<String, ?> facts, Class<T> type);

  /** The table answers nothing that can be worked with; the message names the table. */
  class NoAnswer extends RuntimeException {
    public NoAnswer(String decision) {
      super("The table " + decision + " gives no answer");
    }
  }
}
