package dev.candor.process.internal.tables;

import java.util.List;

/**
 * A decision table as it is written.
 *
 * @param description what the decision says about itself
 */
public record Table(
    String decision,
    String description,
    String hitPolicy,
    List<Column> inputs,
    List<Column> outputs,
    List<Row> rows) {

  /**
   * @param name of the variable that an input reads or an output sets
   * @param values FEEL tests for the values it can have; empty when they are not declared
   */
  record Column(String name, String type, String values) {}

  /**
   * @param number counted from 1
   * @param conditions FEEL tests, one for each input
   * @param answers FEEL expressions, one for each output
   */
  record Row(
      String id, int number, String annotation, List<String> conditions, List<String> answers) {

    boolean catchesAll() {
      return conditions.stream().allMatch(Row::isOpen);
    }

    static boolean isOpen(String condition) {
      return condition.isEmpty() || condition.equals("-");
    }
  }
}
