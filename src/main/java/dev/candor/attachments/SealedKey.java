package dev.candor.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A key as it is kept.
 *
 * @param sealed by a master key
 * @param number of that master key
 */
public record SealedKey(byte[] sealed, int number) {

  /**
   * @param row with {@code sealed_key} and {@code key_number}
   */
  public static SealedKey in(ResultSet row) throws SQLException {
    return new SealedKey(row.getBytes("sealed_key"), row.getInt("key_number"));
  }
}
