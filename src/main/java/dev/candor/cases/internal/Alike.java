package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.Likeness;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * A case that resembles another one, and by what.
 *
 * @param words that both asks hold, those that say most first
 */
record Alike(CaseReference reference, List<Likeness> facts, List<String> words) {

  Alike {
    facts = List.copyOf(facts);
    words = List.copyOf(words);
  }

  /** From the columns reference, likeness and words. */
  static Alike read(ResultSet row) throws SQLException {
    return new Alike(
        new CaseReference(row.getString("reference")),
        texts(row.getArray("likeness")).stream().map(Likeness::valueOf).toList(),
        texts(row.getArray("words")));
  }

  private static List<String> texts(Array column) throws SQLException {
    return Arrays.asList((String[]) column.getArray());
  }
}
