package dev.candor.support;

import java.util.List;
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

  /**
   * After times of a case were written here: as whoever counts one does, who is alone while he
   * does, so that what is kept in memory takes them over.
   */
  public void counted(String reference) {
    sql("""
            with counting as (select up_to from insight_feed for update),
                 finished as (update insight_time set counted = nextval('insight_counted') from counting where reference = :reference)
            update insight_case set counted = nextval('insight_counted') from counting where reference = :reference
            """)
        .param("reference", reference)
        .update();
  }

  /**
   * Whether a transaction waits for a lock that another holds.
   *
   * @param statement a part of what it waits with
   */
  public boolean isSomebodyWaitingWith(String statement) {
    return sql("""
            select exists (select from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
               and query like '%' || ? || '%')
            """)
        .param(statement)
        .query(Boolean.class)
        .single();
  }

  /** Whom letters with this notice were written to about a case, by name; one for each letter. */
  public List<String> told(String reference, String notice) {
    return told(reference, notice, "");
  }

  /**
   * @param occasion what the letter's occasion holds
   */
  public List<String> told(String reference, String notice, String occasion) {
    return sql("""
            select person from mail_outbox
             where reference = ? and notice = ? and occasion like '%' || ? || '%' order by person
            """)
        .params(reference, notice, occasion)
        .query(String.class)
        .list();
  }
}
