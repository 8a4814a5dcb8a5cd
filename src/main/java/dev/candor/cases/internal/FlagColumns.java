package dev.candor.cases.internal;

import dev.candor.cases.Channel;
import dev.candor.cases.Flag;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads back what was flagged. */
final class FlagColumns {

  private FlagColumns() {}

  static Flag read(ResultSet row) throws SQLException {
    return new Flag(
        RequestType.valueOf(row.getString("type")),
        row.getString("sender"),
        row.getString("relationship"),
        row.getString("principal"),
        PrincipalKind.valueOf(row.getString("principal_kind")),
        row.getString("principal_country"),
        row.getString("market"),
        Channel.valueOf(row.getString("channel")),
        row.getString("ask"),
        row.getString("legal_basis"),
        row.getBoolean("wants_to_stay_hidden"),
        row.getString("audience"),
        row.getBoolean("political_content"),
        row.getBoolean("paid"),
        row.getBoolean("threat"),
        row.getObject("received_on", LocalDate.class),
        List.of((String[]) row.getArray("items").getArray()),
        row.getObject("reply_wanted_by", LocalDate.class));
  }
}
