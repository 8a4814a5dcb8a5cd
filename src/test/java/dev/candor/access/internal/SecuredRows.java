package dev.candor.access.internal;

import com.zaxxer.hikari.HikariDataSource;
import dev.candor.access.Acting;
import dev.candor.access.Identity;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.database.internal.TestDatabase;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Need to know as PostgreSQL enforces it, straight through the service's role on a pool of one,
 * over the rows of one case.
 *
 * @param jdbc as the service
 * @param owner of the tables
 * @param everyRow whom no policy stops
 */
record SecuredRows(
    OneCase one,
    HikariDataSource pool,
    JdbcClient jdbc,
    JdbcClient owner,
    JdbcClient everyRow,
    TransactionTemplate transaction) {

  /** One for all tests: each takes back what it did. */
  static final SecuredRows ROWS = written();

  /** What PostgreSQL says to who may not. */
  static final String REFUSED = "42501";

  private static SecuredRows written() {
    var database = TestDatabase.fresh();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(1);
    var rows =
        new SecuredRows(
            new OneCase(),
            pool,
            JdbcClient.create(pool),
            JdbcClient.create(database.asOwner()),
            JdbcClient.create(database.asSuperuser()),
            new TransactionTemplate(
                new IdentifiedTransactions(pool, () -> Acting.current().orElse(Identity.NOBODY))));
    rows.one.write(rows.everyRow);
    return rows;
  }

  /** In a transaction that is rolled back. */
  <T> T as(String viewer, Supplier<T> work) {
    Acting.Work<T, RuntimeException> inTransaction =
        () ->
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return work.get();
                });
    return switch (viewer) {
      case "service" -> Acting.asServiceOn("worker", OneCase.REFERENCE, inTransaction);
      case "elsewhere" -> Acting.asServiceOn("worker", "SR-2026-00003", inTransaction);
      case "finder" -> Acting.asService("candor.find-precedents", inTransaction);
      case "mail",
          "engine",
          "hand-backs",
          "note-refusal",
          "attachments",
          "transparency",
          "retention",
          "insight",
          "nobody-left",
          "unattended-claims",
          "reconciliation",
          "who-knows" ->
          Acting.asService(viewer, inTransaction);
      default -> Acting.as(person(viewer), inTransaction);
    };
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  static Person person(String id) {
    var roles = EnumSet.of(Role.EMPLOYEE);
    switch (id) {
      case "desk", "desk-flagger", "recused" -> roles.add(Role.DESK);
      case "outsider" -> roles.addAll(Set.of(Role.COUNSEL, Role.AUDITOR, Role.PROCESS_OWNER));
      case "admin" -> roles.addAll(Set.of(Role.DESK, Role.ADMIN));
      case "manager" -> roles.addAll(Set.of(Role.DESK, Role.MANAGER));
      default -> {}
    }
    var desks = roles.contains(Role.DESK) ? Set.of("UK-IE-NL-IL") : Set.<String>of();
    return new Person(new PersonId(id), id, "", roles, desks, ZoneOffset.UTC);
  }

  static String stateOf(Throwable trouble) {
    return NestedExceptionUtils.getMostSpecificCause(trouble) instanceof SQLException failure
        ? failure.getSQLState()
        : "none";
  }
}
