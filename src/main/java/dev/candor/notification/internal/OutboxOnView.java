package dev.candor.notification.internal;

import dev.candor.access.Acting;
import dev.candor.notification.OutboxState;
import dev.candor.outbox.Courier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks as the service: nobody who runs it sees the rows of a case. */
@Component
class OutboxOnView implements OutboxState {

  private static final String STUCK =
      " from mail_outbox where sent_at is null and given_up_at is not null ";
  private static final String WAITING = " from mail_outbox where open ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Courier mailCourier;
  private final Courier repeatedMailCourier;

  OutboxOnView(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      Courier mailCourier,
      Courier repeatedMailCourier) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.mailCourier = mailCourier;
    this.repeatedMailCourier = repeatedMailCourier;
  }

  @Override
  public Overview look() {
    return asTheService(
        () ->
            new Overview(
                count(WAITING),
                age(),
                count(STUCK),
                letters(STUCK + " order by created_at, id"),
                count(WAITING + " and last_error is not null"),
                letters(WAITING + " and last_error is not null order by created_at, id")));
  }

  @Override
  public boolean tryAgain(UUID letter) {
    return again("id = :letter and (given_up_at is not null or last_error is not null)", letter)
        == 1;
  }

  @Override
  public int tryAllAgain() {
    return again("given_up_at is not null", null);
  }

  private int again(String which, @Nullable UUID letter) {
    int changed =
        asTheService(
            () ->
                jdbc.sql(
                        """
                        update mail_outbox
                           set given_up_at = null, retried_at = :now, next_attempt_at = :now
                         where sent_at is null and
                        """
                            + which)
                    .param("letter", letter)
                    .param("now", Timestamp.from(clock.instant()))
                    .update());
    mailCourier.callAfterCommit();
    repeatedMailCourier.callAfterCommit();
    return changed;
  }

  long waiting() {
    return asTheService(() -> count(WAITING));
  }

  long stuck() {
    return asTheService(() -> count(STUCK));
  }

  Duration oldest() {
    return asTheService(this::age);
  }

  private long count(String from) {
    return jdbc.sql("select count(*)" + from).query(Long.class).single();
  }

  private Duration age() {
    return jdbc.sql("select min(created_at)" + WAITING)
        .query((row, number) -> row.getTimestamp(1))
        .optional()
        .map(since -> Duration.between(since.toInstant(), clock.instant()))
        .orElse(Duration.ZERO);
  }

  private List<Letter> letters(String from) {
    return jdbc.sql(
            "select id, person, created_at, attempts, last_error, given_up_at, next_attempt_at"
                + from
                + " limit "
                + LISTED)
        .query(OutboxOnView::letter)
        .list();
  }

  private static Letter letter(ResultSet row, int number) throws SQLException {
    return new Letter(
        row.getObject("id", UUID.class),
        row.getString("person"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("attempts"),
        row.getString("last_error"),
        row.getTimestamp("given_up_at") == null
            ? row.getTimestamp("next_attempt_at").toInstant()
            : null);
  }

  private <T> T asTheService(Acting.Work<T, RuntimeException> work) {
    return Objects.requireNonNull(
        Acting.asService(Deliveries.SERVICE, () -> transaction.execute(status -> work.run())));
  }
}
