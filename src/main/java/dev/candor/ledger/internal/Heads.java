package dev.candor.ledger.internal;

import dev.candor.ledger.internal.merkle.LeafRange;
import dev.candor.ledger.internal.merkle.TreeHash;
import dev.candor.ledger.internal.note.SigningKey;
import dev.candor.ledger.internal.note.TreeHead;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signed heads. One that was given out is kept, so that everybody gets the same for one size. */
@Component
public class Heads {

  private final JdbcClient jdbc;
  private final NodeStore store;
  private final SigningKey key;
  private final Clock clock;

  Heads(JdbcClient jdbc, NodeStore store, SigningKey ledgerKey, Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.key = ledgerKey;
    this.clock = clock;
  }

  /**
   * @param note the signed head as text
   */
  public record Published(long size, String note) {}

  /**
   * The head over all that has its place now.
   *
   * @throws LedgerDamaged when the tree is not what Candor made of it
   */
  @Transactional(noRollbackFor = LedgerDamaged.class)
  public Published current() {
    long size = store.size();
    return new Published(
        size,
        jdbc.sql("select note from ledger_head where size = ?")
            .param(size)
            .query(String.class)
            .optional()
            .orElseGet(() -> sign(size)));
  }

  /** Every head that was ever given out, the smallest first. */
  @Transactional(readOnly = true)
  public List<Published> all() {
    return jdbc.sql("select size, note from ledger_head order by size")
        .query(Published.class)
        .list();
  }

  /** The largest that was ever given out. */
  Optional<Published> last() {
    return jdbc.sql("select size, note from ledger_head order by size desc limit 1")
        .query(Published.class)
        .optional();
  }

  /** By which key heads are checked, in one line. */
  public String publicKey() {
    return key.publicKey().toString();
  }

  private String sign(long size) {
    byte[] root = TreeHash.empty();
    if (size > 0) {
      var all = new LeafRange(0, size);
      root = all.hash(store.hashesFor(List.of(all))::get);
    }
    String note = key.sign(new TreeHead(key.publicKey().name(), size, root));
    jdbc.sql("insert into ledger_head (size, note, at) values (?, ?, ?) on conflict do nothing")
        .params(size, note, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return note;
  }
}
