package dev.candor.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How PostgreSQL plans prepared statements, to the end of a transaction. Transactions begin with
 * plans that are kept: with the conditions of row-level security, most statements take longer to
 * plan than to do. Where the best plan depends on what somebody filters by, that is said (ADR 36).
 */
public final class Plans {

  private Plans() {}

  /** Each statement has the plan that PostgreSQL takes for the best for its values. */
  public static void madeForValues(JdbcClient jdbc) {
    are(jdbc, "auto");
  }

  /** Each statement keeps the plan it once had, as at the beginning of a transaction. */
  public static void kept(JdbcClient jdbc) {
    are(jdbc, "force_generic_plan");
  }

  private static void are(JdbcClient jdbc, String mode) {
    jdbc.sql("select set_config('plan_cache_mode', ?, true)")
        .param(mode)
        .query(String.class)
        .single();
  }
}
