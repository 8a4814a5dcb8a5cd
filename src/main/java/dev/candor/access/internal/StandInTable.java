package dev.candor.access.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.candor.access.PersonId;
import dev.candor.access.StandIns;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table {@code stand_in}. Another machine's news arrives within a second. */
@Repository
class StandInTable implements StandIns {

  private static final Duration NEWS_WITHIN = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final LoadingCache<String, List<StandIn>> notOver =
      Caffeine.newBuilder().expireAfterWrite(NEWS_WITHIN).build(unused -> load());

  StandInTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<StandIn> notOver() {
    return notOver.get("all");
  }

  @Override
  public void add(StandIn standIn, PersonId by) {
    jdbc.sql(
            """
            insert into stand_in (id, absent, stand_in, starts_at, ends_at, named_by, named_at)
            values (:id, :absent, :person, :from, :until, :by, :now)
            """)
        .param("id", standIn.id())
        .param("absent", standIn.absent().value())
        .param("person", standIn.person().value())
        .param("from", Timestamp.from(standIn.from()))
        .param("until", Timestamp.from(standIn.until()))
        .param("by", by.value())
        .param("now", now())
        .update();
    readAgainAfterCommit();
  }

  @Override
  public boolean end(UUID id, PersonId by) {
    var ended =
        jdbc.sql(
                    """
                    update stand_in set ended_at = :now, ended_by = :by
                     where id = :id and ended_at is null and ends_at > :now
                    """)
                .param("id", id)
                .param("by", by.value())
                .param("now", now())
                .update()
            == 1;
    readAgainAfterCommit();
    return ended;
  }

  private List<StandIn> load() {
    return jdbc.sql(
            """
            select id, absent, stand_in, starts_at, ends_at from stand_in
             where ended_at is null and ends_at > :now order by starts_at, id
            """)
        .param("now", now())
        .query(
            (row, number) ->
                new StandIn(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getString("absent")),
                    new PersonId(row.getString("stand_in")),
                    row.getTimestamp("starts_at").toInstant(),
                    row.getTimestamp("ends_at").toInstant()))
        .list();
  }

  private void readAgainAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            notOver.invalidateAll();
          }
        });
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
