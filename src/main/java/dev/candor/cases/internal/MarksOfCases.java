package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseMarks;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks are made of the numbers of what happened, as the database shows them to who asks: what the
 * flagger must not know of does not change theirs.
 */
@Component
class MarksOfCases implements CaseMarks {

  private static final String MARK =
      """
      select md5(concat_ws(' ', cast(:sight as text),
        (select state from cases where reference = :reference),
        (select max(id) from case_event where reference = :reference),
        (select max(id) from case_comment where reference = :reference),
        (select max(id) from legal_hold where reference = :reference),
        (select count(*) from case_recusal where reference = :reference),
        (select count(*) from attachment where reference = :reference),
        (select string_agg(concat_ws(':', user_task_key, state, assignee), ' ' order by user_task_key)
           from task where reference = :reference)))
      """;

  private final JdbcClient jdbc;
  private final OwnSight own;
  private final TransactionTemplate transaction;

  MarksOfCases(JdbcClient jdbc, OwnSight own, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.own = own;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  @Override
  public Optional<String> of(Person person, CaseReference reference) {
    return Acting.<Optional<String>, RuntimeException>as(
        person,
        () -> Objects.requireNonNull(transaction.execute(status -> mark(person, reference))));
  }

  private Optional<String> mark(Person person, CaseReference reference) {
    var sight = own.of(person, reference);
    return sight == Sight.NONE
        ? Optional.empty()
        : jdbc.sql(MARK)
            .param("sight", sight.name())
            .param("reference", reference.value())
            .query(String.class)
            .optional();
  }
}
