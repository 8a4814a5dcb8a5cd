package dev.candor.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import dev.candor.database.ServiceAtWork;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections for what people ask, and others of the same settings for what the service does.
 * PostgreSQL keeps the plan of a prepared statement for one role: a connection that changed its
 * role from one transaction to the next would have everything planned anew (ADR 41).
 */
final class TwoPools extends AbstractDataSource implements AutoCloseable {

  private final HikariDataSource people;
  private final HikariDataSource service;
  private final ServiceAtWork serviceAtWork;

  /**
   * @param people with its settings, and not asked for a connection yet
   */
  TwoPools(HikariDataSource people, ServiceAtWork serviceAtWork) {
    this.people = people;
    this.service = likewise(people);
    this.serviceAtWork = serviceAtWork;
  }

  private static HikariDataSource likewise(HikariDataSource pool) {
    var copy = new HikariDataSource();
    pool.copyStateTo(copy);
    copy.setPoolName("service");
    return copy;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (serviceAtWork.now() ? service : people).getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return people.getConnection(user, password);
  }

  HikariDataSource service() {
    return service;
  }

  HealthOfBothPools health() {
    return new HealthOfBothPools(people, service);
  }

  /** For those who ask how to connect: it is the same for both. */
  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return people.isWrapperFor(type);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return people.unwrap(type);
  }

  /** The service's only: Spring closes the other, which it made. */
  @Override
  public void close() {
    service.close();
  }
}
