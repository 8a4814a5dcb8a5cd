package dev.candor.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For what looks up rows by their keys as a person: with the conditions of row-level security,
 * PostgreSQL takes longer to plan that for the keys at hand than to do it. What filters by many
 * values leaves the choice to PostgreSQL (ADR 36).
 */
public final class PlannedOnce {

  private PlannedOnce() {}

  /** To the end of the transaction, each statement keeps the plan it once had. */
  public static void fromHere(JdbcClient jdbc) {
    jdbc.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)")
        .query(String.class)
        .single();
  }
}
