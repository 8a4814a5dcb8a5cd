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
 * @param items accounts and items that both name, as the later one writes and orders them
 */
record Alike(
    CaseReference reference, List<Likeness> facts, List<String> words, List<String> items) {

  Alike {
    facts = List.copyOf(facts);
    words = List.copyOf(words);
    items = List.copyOf(items);
  }

  /** From the columns reference, likeness, words and items. */
  static Alike read(ResultSet row) throws SQLException {
    return new Alike(
        new CaseReference(row.getString("reference")),
        texts(row.getArray("likeness")).stream().map(Likeness::valueOf).toList(),
        texts(row.getArray("words")),
        texts(row.getArray("items")));
  }

  private static List<String> texts(Array column) throws SQLException {
    return Arrays.asList((String[]) column.getArray());
  }
}
