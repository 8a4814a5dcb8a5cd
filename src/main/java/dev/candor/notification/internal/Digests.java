package dev.candor.notification.internal;

import dev.candor.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what somebody wants told once a day into one letter, when its hour has come. */
@Component
@Transactional
class Digests implements Outbox {

  private final JdbcClient jdbc;
  private final Clock clock;

  Digests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One person's. Who gathers the same at the same time finds the digest made, and its rows gone.
   */
  @Override
  public boolean carryOutOne() {
    var due =
        jdbc.sql(
                """
                select person, max(gather_at) as gather_at from mail_outbox
                 where gather_at <= :now and in_digest is null
                 group by person order by min(gather_at) limit 1
                """)
            .param("now", now())
            .query(Due.class)
            .optional();
    due.ifPresent(this::gather);
    return due.isPresent();
  }

  /** What this digest tells, earliest first. */
  List<News> in(UUID digest) {
    return jdbc.sql(
            """
            select id, notice, reference, created_at from mail_outbox
             where in_digest = ? and withheld is null order by created_at, id
            """)
        .param(digest)
        .query(News.class)
        .list();
  }

  private void gather(Due due) {
    var digest = UUID.randomUUID();
    var isNew =
        jdbc.sql(
                """
                insert into mail_outbox
                  (id, occasion, person, message_id, created_at, next_attempt_at)
                values (:id, :occasion, :person, :messageId, :now, :now)
                on conflict do nothing
                """)
            .param("id", digest)
            .param("occasion", "digest-" + due.gatherAt().toInstant())
            .param("person", due.person())
            .param("messageId", "<" + digest + "@candor>")
            .param("now", now())
            .update();
    if (isNew == 1) {
      jdbc.sql(
              """
              update mail_outbox set in_digest = :id
               where person = :person and gather_at <= :until and in_digest is null
              """)
          .param("id", digest)
          .param("person", due.person())
          .param("until", due.gatherAt())
          .update();
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private record Due(String person, Timestamp gatherAt) {}
}
