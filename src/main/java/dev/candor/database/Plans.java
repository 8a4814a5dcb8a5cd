package dev.candor.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How PostgreSQL plans prepared statements. Transactions begin with plans that are kept: with the
 * conditions of row-level security, most statements take longer to plan than to do. Where the best
 * plan depends on what somebody filters by, that is said (ADR 36).
 */
public final class Plans {

  private Plans() {}

  /** In the caller's transaction: what is asked meanwhile has the best plan for its values. */
  public static <T> T madeForValues(JdbcClient jdbc, Supplier<T> asked) {
    are(jdbc, "auto");
    var answer = asked.get();
    are(jdbc, "force_generic_plan");
    return answer;
  }

  private static void are(JdbcClient jdbc, String mode) {
    jdbc.sql("select set_config('plan_cache_mode', ?, true)")
        .param(mode)
        .query(String.class)
        .single();
  }
}
