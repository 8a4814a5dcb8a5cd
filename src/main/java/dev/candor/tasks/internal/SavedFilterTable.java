package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.tasks.SavedFilter;
import dev.candor.tasks.SavedFilters;
import dev.candor.web.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code saved_filter}; whose rows somebody sees is the database's rule. */
@Repository
@Transactional
class SavedFilterTable implements SavedFilters {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUERY = 2500;
  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  SavedFilterTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<SavedFilter> of(Person person) {
    return jdbc.sql("select * from saved_filter where owner = ? order by lower(name), name")
        .param(person.id().value())
        .query(SavedFilterTable::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<SavedFilter> find(Person person, UUID id) {
    return jdbc.sql("select * from saved_filter where id = ?")
        .param(id)
        .query(SavedFilterTable::read)
        .optional();
  }

  @Override
  public SavedFilter save(Person person, String name, String query, boolean shared) {
    var called = name.replaceAll("\\p{Cntrl}", " ").strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new InvalidInput("name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    if (query.length() > LONGEST_QUERY) {
      throw new InvalidInput("query", "must be shorter: it looks for too many words");
    }
    var kept = of(person);
    if (kept.size() >= MOST && kept.stream().noneMatch(one -> one.name().equals(called))) {
      throw new InvalidInput(
          "name", "must not be one more than " + MOST + ": delete another first");
    }
    return jdbc.sql(
            """
            insert into saved_filter values (:id, :owner, :name, :query, :shared, :now)
            on conflict (owner, name) do update
              set query = excluded.query, shared = excluded.shared, saved_at = excluded.saved_at
            returning *
            """)
        .param("id", UUID.randomUUID())
        .param("owner", person.id().value())
        .param("name", called)
        .param("query", query)
        .param("shared", shared)
        .param("now", Timestamp.from(clock.instant()))
        .query(SavedFilterTable::read)
        .single();
  }

  @Override
  public void delete(Person person, UUID id) {
    jdbc.sql("delete from saved_filter where id = ? and owner = ?")
        .params(id, person.id().value())
        .update();
  }

  private static SavedFilter read(ResultSet row, int number) throws SQLException {
    return new SavedFilter(
        row.getObject("id", UUID.class),
        new PersonId(row.getString("owner")),
        row.getString("name"),
        row.getString("query"),
        row.getBoolean("shared"));
  }
}
