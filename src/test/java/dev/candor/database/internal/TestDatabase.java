package dev.candor.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh, migrated database for one test class or one application context. */
public record TestDatabase(
    String url,
    String user,
    String password,
    String owner,
    String ownerPassword,
    String superuserPassword) {

  public static TestDatabase fresh() {
    return TestServer.freshDatabase();
  }

  /** As the application connects: it may read and write, and owns nothing. */
  public DataSource dataSource() {
    return dataSource(user, password);
  }

  public DataSource asOwner() {
    return dataSource(owner, ownerPassword);
  }

  /** Whom no policy stops: to look at what the service wrote, whoever it was for. */
  public DataSource asSuperuser() {
    return dataSource(PostgresServer.SUPERUSER, superuserPassword);
  }

  /** The same with connections that are kept: to sign in takes longer than most questions. */
  JdbcClient everyRow() {
    var pool = new HikariDataSource();
    pool.setDataSource(asSuperuser());
    pool.setMinimumIdle(0);
    return JdbcClient.create(pool);
  }

  private DataSource dataSource(String name, String secret) {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(name);
    source.setPassword(secret);
    return source;
  }
}
