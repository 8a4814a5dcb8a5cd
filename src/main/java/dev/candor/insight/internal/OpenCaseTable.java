package dev.candor.insight.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that have not ended. They are few, and asked for each time. */
@Component
class OpenCaseTable {

  private final JdbcClient jdbc;

  OpenCaseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When those were flagged that a query would choose; none has an outcome, or ended on a version.
   */
  List<Instant> flaggedAt(TimesQuery query) {
    if (query.only().containsKey(Dimension.OUTCOME)
        || query.only().containsKey(Dimension.VERSION)) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            select flagged_at from insight_case
             where decided_at is null and over_at is null
               and (:desk::text is null or desk = :desk)
               and (:type::text is null or type = :type)
               and (:severity::text is null or severity = :severity)
               and (:channel::text is null or channel = :channel)
            """)
        .param("desk", query.only().get(Dimension.DESK))
        .param("type", query.only().get(Dimension.TYPE))
        .param("severity", query.only().get(Dimension.SEVERITY))
        .param("channel", query.only().get(Dimension.CHANNEL))
        .query(OffsetDateTime.class)
        .list()
        .stream()
        .map(OffsetDateTime::toInstant)
        .toList();
  }
}
