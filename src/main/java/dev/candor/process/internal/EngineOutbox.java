package dev.candor.process.internal;

import dev.candor.outbox.Backoff;
import dev.candor.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code engine_outbox}: one row per message, locked while it is being sent. Rows wait
 * while the engine has no process that their message could start.
 */
@Component
class EngineOutbox implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(EngineOutbox.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final EngineMessages engine;
  private final ProcessesInPlace processes;
  private final Backoff backoff;

  EngineOutbox(
      JdbcClient jdbc,
      Clock clock,
      EngineMessages engine,
      ProcessesInPlace processes,
      ProcessSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.engine = engine;
    this.processes = processes;
    this.backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
  }

  /** A message of which a case has one. */
  void add(EngineMessage.Kind kind, String reference, String payload) {
    add(kind, reference, "", payload);
  }

  /** A message of which a case can have several, each about its own subject. */
  void add(EngineMessage.Kind kind, String reference, String subject, String payload) {
    jdbc.sql(
            """
            insert into engine_outbox
              (id, kind, reference, subject, payload, created_at, next_attempt_at)
            values (:id, :kind, :reference, :subject, :payload::jsonb, :now, :now)
            on conflict (kind, reference, subject) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("kind", kind.name())
        .param("reference", reference)
        .param("subject", subject)
        .param("payload", payload)
        .param("now", now())
        .update();
  }

  @Override
  @Transactional
  public boolean carryOutOne() {
    if (!processes.areThere()) {
      return false;
    }
    var due = nextDue();
    due.ifPresent(this::send);
    return due.isPresent();
  }

  private Optional<EngineMessage> nextDue() {
    return jdbc.sql(
            """
            select id, kind, reference, subject, payload::text as payload, attempts
              from engine_outbox
             where sent_at is null and next_attempt_at <= :now
             order by created_at, id
             limit 1
               for update skip locked
            """)
        .param("now", now())
        .query(EngineMessage.class)
        .optional();
  }

  private void send(EngineMessage message) {
    try {
      engine.publish(message);
      jdbc.sql("update engine_outbox set sent_at = :now, last_error = null where id = :id")
          .param("now", now())
          .param("id", message.id())
          .update();
    } catch (EngineFailure failure) {
      var attempts = message.attempts() + 1;
      log.info("{} waits for the engine: {}", message.messageId(), failure.code());
      jdbc.sql(
              """
              update engine_outbox
                 set attempts = :attempts, next_attempt_at = :next, last_error = :code
               where id = :id
              """)
          .param("attempts", attempts)
          .param("next", Timestamp.from(clock.instant().plus(backoff.after(attempts))))
          .param("code", failure.code())
          .param("id", message.id())
          .update();
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
