package dev.candor.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Whether something failed because the database does not answer. Nothing is wrong with what was
 * asked then, and the same may be asked again in a moment.
 */
public final class DatabaseGone {

  /** Classes of SQLSTATE: no connection; the server ends, has crashed, or is just starting. */
  private static final String NO_CONNECTION = "08";

  private static final String SERVER_ENDS = "57P";

  private DatabaseGone() {}

  /** Looks through all causes of a failure. */
  public static boolean isBehind(Throwable failure) {
    return ExceptionUtils.stream(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException refused && saysSo(refused.getSQLState())));
  }

  private static boolean saysSo(String state) {
    return state != null && (state.startsWith(NO_CONNECTION) || state.startsWith(SERVER_ENDS));
  }
}
