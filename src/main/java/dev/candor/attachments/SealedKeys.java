package dev.candor.attachments;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that lie in a table, sealed by a master key: {@code id} of what each is the key of,
 * {@code sealed_key} and {@code key_number}. Whoever has such a table has a bean of this for it: a
 * master key that was replaced is forgotten once the keys of all of them are sealed anew, in the
 * name of {@link Sealing#KEEPER}.
 */
@Transactional
public class SealedKeys {

  private final JdbcClient jdbc;
  private final String table;

  public SealedKeys(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /**
   * @param id of the thing that it is the key of
   */
  public record KeyOf(UUID id, SealedKey key) {}

  /**
   * Those that another master key sealed than this one.
   *
   * @param after begins with the next id
   * @return by id, none when there are no more
   */
  public List<KeyOf> notSealedWith(int number, UUID after, int most) {
    return jdbc.sql(
            """
            select id, sealed_key, key_number from %s
            where key_number <> ? and id > ? order by id limit ?
            """
                .formatted(table))
        .params(number, after, most)
        .query((row, line) -> new KeyOf(row.getObject("id", UUID.class), SealedKey.in(row)))
        .list();
  }

  /** Whether it is there still: nothing happens to what ended meanwhile. */
  public boolean sealAnew(UUID id, SealedKey key) {
    return jdbc.sql(
                "update %s set sealed_key = ?, key_number = ? where id = ? and sealed_key is not null"
                    .formatted(table))
            .params(key.sealed(), key.number(), id)
            .update()
        == 1;
  }
}
