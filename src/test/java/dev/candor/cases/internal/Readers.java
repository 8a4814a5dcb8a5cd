package dev.candor.cases.internal;

import com.zaxxer.hikari.HikariDataSource;
import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.internal.IdentityOfTransactions;
import dev.candor.database.internal.TestDatabase;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever reads, on a fresh database without the service around it, as properties ask hundreds of
 * times.
 *
 * @param everyRow whom no policy stops
 */
record Readers(JdbcClient everyRow, JdbcClient jdbc, TransactionTemplate transactions) {

  static Readers onAFreshDatabase() {
    var database = TestDatabase.fresh();
    var service = kept(database.dataSource());
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> service);
    context.register(IdentityOfTransactions.class);
    context.refresh();
    return new Readers(
        JdbcClient.create(kept(database.asSuperuser())),
        JdbcClient.create(service),
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
  }

  /** In a transaction of theirs. */
  <T> T as(Person person, Function<JdbcClient, T> work) {
    return Acting.as(
        person, () -> Objects.requireNonNull(transactions.execute(status -> work.apply(jdbc))));
  }

  /** To sign in takes longer than to ask. */
  private static DataSource kept(DataSource source) {
    var pool = new HikariDataSource();
    pool.setDataSource(source);
    pool.setMaximumPoolSize(1);
    return pool;
  }
}
