package dev.candor.process;

import dev.candor.process.internal.tables.EngineTables;
import dev.candor.process.internal.tables.TableExamination;
import java.util.List;

/**
 * Checks decision tables by what they do: whatever comes, a UNIQUE table has exactly one row for it
 * and a FIRST table at least one, every row can be met, and every answer is one the table declares.
 * Each cell is evaluated with the engine's own FEEL, on points that stand for all values of its
 * column.
 */
public final class TableFindings {

  private TableFindings() {}

  /**
   * @param dmn a DMN file
   * @return none when all its tables are sound
   */
  public static List<TableFinding> in(String dmn) {
    try {
      return EngineTables.read(dmn).stream()
          .flatMap(table -> new TableExamination(table).findings().stream())
          .toList();
    } catch (EngineTables.Refused refused) {
      return List.of(
          new TableFinding(
              "file",
              "is not taken by the engine, " + refused.getMessage(),
              "open it in the modeler and correct what it marks"));
    }
  }
}
