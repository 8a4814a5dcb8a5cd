package dev.candor.ledger.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole ledger as one JSON document that {@code verify} checks without us: heads first, then
 * entries in their order, as they are read from the database.
 */
@Component
public class Exporting {

  /** The first field's value; a reader refuses any other. */
  public static final String FORMAT = "candor-ledger-export/1";

  private static final int ROWS_AT_ONCE = 2_000;

  private final JdbcTemplate jdbc;
  private final Heads heads;
  private final JsonFactory json = new JsonFactory();

  Exporting(JdbcTemplate jdbc, Heads heads) {
    // One of its own: how many rows are fetched at once is nobody else's business.
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setFetchSize(ROWS_AT_ONCE);
    this.heads = heads;
  }

  /** Writes it; what comes into the ledger meanwhile is left to the next one. */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public void writeTo(OutputStream out) {
    var head = headToCheckBy();
    try (JsonGenerator writer = json.createGenerator(out)) {
      writer.writeStartObject();
      writer.writeStringField("format", FORMAT);
      writer.writeStringField("key", heads.publicKey());
      writer.writeStringField("head", head.note());
      writer.writeArrayFieldStart("heads");
      for (var earlier : heads.all()) {
        writer.writeString(earlier.note());
      }
      writer.writeEndArray();
      writer.writeArrayFieldStart("entries");
      writeEntries(writer);
      writer.writeEndArray();
      writer.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("The ledger's export was not taken to its end", e);
    }
  }

  /** A tree that somebody broke must be exported all the same: that is what shows it. */
  private Heads.Published headToCheckBy() {
    try {
      return heads.current();
    } catch (LedgerDamaged broken) {
      return heads.last().orElseThrow(() -> broken);
    }
  }

  private void writeEntries(JsonGenerator writer) {
    RowCallbackHandler row =
        entry -> {
          try {
            writer.writeStartObject();
            writer.writeNumberField("index", entry.getLong("leaf_index"));
            writer.writeStringField("hash", HexFormat.of().formatHex(entry.getBytes("hash")));
            byte[] pair = entry.getBytes("pair");
            if (pair != null) {
              writer.writeStringField("pair", HexFormat.of().formatHex(pair));
            }
            writer.writeStringField("entry", entry.getString("entry"));
            String disclosed = entry.getString("disclosed");
            if (disclosed != null) {
              writer.writeFieldName("disclosed");
              writer.writeRawValue(disclosed);
            }
            writer.writeEndObject();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    jdbc.query(
        """
        select leaf_index, leaf.hash, entry, pair.hash as pair,
               (select jsonb_object_agg(field, jsonb_build_object('salt', salt, 'value', value))
                  from ledger_disclosure disclosure
                 where disclosure.entry_id = leaf.entry_id) as disclosed
          from ledger_leaf leaf
          left join ledger_entry entry on entry.id = leaf.entry_id
          left join ledger_node pair
            on level = 1 and leaf_index % 2 = 1 and node_index = leaf_index / 2
         order by leaf_index
        """,
        row);
  }
}
