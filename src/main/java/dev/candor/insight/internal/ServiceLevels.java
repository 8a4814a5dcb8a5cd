package dev.candor.insight.internal;

import dev.candor.access.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether steps kept the deadlines that the table {@code deadlines} set for them, by severity. A
 * deadline counts working time of the step alone: while a case waits for the other side no step of
 * ours is running, and none of its time passes.
 */
@Component
public class ServiceLevels {

  private final JdbcClient jdbc;
  private final ForManagers managers;
  private final Clock clock;

  ServiceLevels(JdbcClient jdbc, ForManagers managers, Clock clock) {
    this.jdbc = jdbc;
    this.managers = managers;
    this.clock = clock;
  }

  /**
   * @param met ended in the period and in time
   * @param breached ended in the period and late, or were cut off when their time was over
   * @param atRisk open, with more than three quarters of the time over
   * @param overdue open and late
   */
  public record Level(
      String step,
      @Nullable String severity,
      int met,
      int breached,
      int open,
      int atRisk,
      int overdue) {

    /** Of those that ended; empty where they are too few. */
    public @Nullable Double share() {
      return new Kept(met, breached).share();
    }
  }

  /** Deadlines of what ended. */
  record Kept(int met, int breached) {

    int n() {
      return met + breached;
    }

    /** The breached ones; null where they are too few to say. */
    @Nullable Double share() {
      return n() < Sample.FEWEST ? null : (double) breached / n();
    }
  }

  /**
   * @throws org.springframework.security.access.AccessDeniedException when they are no manager
   */
  public List<Level> of(Person person, TimesQuery query) {
    return managers.count(person, () -> levels(query));
  }

  /** Of all steps and severities together. */
  Kept kept(TimesQuery query) {
    var all = levels(query);
    return new Kept(
        all.stream().mapToInt(Level::met).sum(), all.stream().mapToInt(Level::breached).sum());
  }

  /** By step and severity. */
  List<Level> levels(TimesQuery query) {
    return jdbc.sql(
            """
                    with step as (select distinct on (element) element, name from insight_element
                                   where kind = 'USER_TASK' order by element, id),
                    task as (
                      select s.name, c.severity, t.*,
                             t.ended_at >= :from and t.ended_at < :to as counts
                        from insight_task t join insight_case c using (reference)
                        join step s using (element)
                       where t.due_at is not null
                         and (t.ended_at is null or t.ended_at >= :from and t.ended_at < :to)
                         and (:desk::text is null or c.desk = :desk)
                         and (:type::text is null or c.type = :type)
                         and (:severity::text is null or c.severity = :severity)
                         and (:channel::text is null or c.channel = :channel))
                    select name as step, severity,
                           count(*) filter (where counts and ended_at <= due_at) as met,
                           count(*) filter (where counts and ended_at > due_at) as breached,
                           count(*) filter (where ended_at is null) as open,
                           count(*) filter (where ended_at is null and due_at >= :now
                              and offered_at + (due_at - offered_at) * 0.75 < :now) as at_risk,
                           count(*) filter (where ended_at is null and due_at < :now) as overdue
                      from task group by name, severity
                     order by name, array_position('{CRITICAL,HIGH,MEDIUM,LOW}'::text[], severity)
                    """)
        .param("from", query.from().atOffset(ZoneOffset.UTC))
        .param("to", query.to().atOffset(ZoneOffset.UTC))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("desk", query.only().get(Dimension.DESK))
        .param("type", query.only().get(Dimension.TYPE))
        .param("severity", query.only().get(Dimension.SEVERITY))
        .param("channel", query.only().get(Dimension.CHANNEL))
        .query(Level.class)
        .list();
  }
}
