package dev.candor.database;

import java.sql.SQLException;
import org.postgresql.util.PGobject;

/**
 * Text that is sent to PostgreSQL as text. Of other text the driver leaves the type open, for a
 * null to have the same (ADR 36); it then waits for the server once more before each call whose
 * answer may be of any length. For what is read at each step of a case.
 */
public final class Text {

  private Text() {}

  /** A parameter of a statement. */
  public static Object of(String value) {
    var text = new PGobject();
    text.setType("text");
    try {
      text.setValue(value);
    } catch (SQLException e) {
      throw new IllegalStateException("Plain text is refused by no driver", e);
    }
    return text;
  }
}
