package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.outbox.Backoff;
import dev.candor.outbox.Outbox;
import dev.candor.process.EngineUnavailable;
import dev.candor.process.HumanTasks;
import dev.candor.process.HumanTasks.TaskBusy;
import dev.candor.process.HumanTasks.TaskGone;
import dev.candor.tasks.HumanTask;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code task_hand_back}: what somebody holds of a case they stepped out of goes back to
 * its groups. The row is written with the recusal; the engine is asked after it, until it has done
 * it.
 */
@Component
class HandBacks implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(HandBacks.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));

  private final JdbcClient jdbc;
  private final TaskTable tasks;
  private final DraftTable drafts;
  private final HumanTasks engine;
  private final NobodyLeft nobodyLeft;
  private final HandOverNews news;
  private final TransactionTemplate onItsOwn;
  private final Clock clock;

  HandBacks(
      JdbcClient jdbc,
      TaskTable tasks,
      DraftTable drafts,
      HumanTasks engine,
      NobodyLeft nobodyLeft,
      HandOverNews news,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.drafts = drafts;
    this.engine = engine;
    this.nobodyLeft = nobodyLeft;
    this.news = news;
    this.onItsOwn = new TransactionTemplate(transactions);
    this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  void add(CaseReference reference, PersonId person) {
    jdbc.sql(
            """
            insert into task_hand_back (reference, person, created_at, next_attempt_at)
            values (:reference, :person, :now, :now) on conflict do nothing
            """)
        .param("reference", reference.value())
        .param("person", person.value())
        .param("now", now())
        .update();
  }

  @Override
  @Transactional
  public boolean carryOutOne() {
    var due = nextDue();
    due.ifPresent(this::carryOut);
    return due.isPresent();
  }

  private void carryOut(HandBack handBack) {
    try {
      Acting.asServiceOn(
          "hand-backs",
          handBack.reference(),
          () -> {
            held(handBack).forEach(this::giveBack);
            onItsOwn.executeWithoutResult(
                status -> {
                  drafts.discard(handBack.reference(), new PersonId(handBack.person()));
                  tasks.openOn(handBack.reference()).forEach(nobodyLeft::tellOf);
                });
            return null;
          });
      jdbc.sql(
              """
              update task_hand_back set done_at = :now, last_error = null
               where reference = :reference and person = :person
              """)
          .param("now", now())
          .param("reference", handBack.reference())
          .param("person", handBack.person())
          .update();
    } catch (EngineUnavailable | TaskBusy notNow) {
      tryAgainLater(handBack);
    }
  }

  /** The lock is let go before the engine works: its listener comes back to the same rows. */
  private List<HumanTask> held(HandBack handBack) {
    return Objects.requireNonNull(
        onItsOwn.execute(
            status -> tasks.heldBy(new PersonId(handBack.person()), handBack.reference())));
  }

  private void giveBack(HumanTask task) {
    try {
      engine.unassign(task.key());
    } catch (TaskGone gone) {
      log.debug("Task {} was done before it was given back", task.key());
      return;
    }
    onItsOwn.executeWithoutResult(
        status ->
            news.offeredAgain(
                task, "task-%d-given-back-by-%s".formatted(task.key(), task.assignee())));
  }

  private void tryAgainLater(HandBack handBack) {
    var attempts = handBack.attempts() + 1;
    jdbc.sql(
            """
            update task_hand_back
               set attempts = :attempts, next_attempt_at = :next, last_error = 'UNAVAILABLE'
             where reference = :reference and person = :person
            """)
        .param("attempts", attempts)
        .param("next", Timestamp.from(clock.instant().plus(BACKOFF.after(attempts))))
        .param("reference", handBack.reference())
        .param("person", handBack.person())
        .update();
  }

  private Optional<HandBack> nextDue() {
    return jdbc.sql(
            """
            select reference, person, attempts from task_hand_back
             where done_at is null and next_attempt_at <= :now
             order by created_at limit 1 for update skip locked
            """)
        .param("now", now())
        .query(HandBack.class)
        .optional();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private record HandBack(String reference, String person, int attempts) {}
}
