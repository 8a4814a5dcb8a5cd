package dev.candor.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The database of this test's context without row-level security: what the service wrote, whoever
 * may see it. Triggers hold here as well.
 */
public record EveryRow(JdbcClient jdbc) {

  public StatementSpec sql(String sql) {
    return jdbc.sql(sql);
  }
}
