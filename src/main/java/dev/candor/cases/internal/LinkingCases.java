package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.LinkedCases;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code case_link}: two rows for each pair. */
@Component
class LinkingCases implements LinkedCases {

  private final JdbcClient jdbc;
  private final NeedToKnow needToKnow;
  private final Timeline timeline;
  private final Clock clock;

  LinkingCases(JdbcClient jdbc, NeedToKnow needToKnow, Timeline timeline, Clock clock) {
    this.jdbc = jdbc;
    this.needToKnow = needToKnow;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Link link(CaseReference reference, CaseReference other, Person by) {
    var sight = needToKnow.of(by, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    if (sight != Sight.CONTENT) {
      throw new AccessDeniedException("Not theirs to link");
    }
    if (needToKnow.of(by, other) != Sight.CONTENT) {
      throw new NotKnown();
    }
    if (reference.equals(other)) {
      throw new RefusedByRule("A case is not linked to itself");
    }
    var link = new Link(other.value(), by.id(), clock.instant());
    var added =
        jdbc.sql(
                """
                insert into case_link (reference, other, linked_by, at)
                  values (:one, :another, :by, :at), (:another, :one, :by, :at)
                on conflict do nothing
                """)
            .param("one", reference.value())
            .param("another", other.value())
            .param("by", by.id().value())
            .param("at", link.at().atOffset(ZoneOffset.UTC))
            .update();
    if (added == 0) {
      throw new RefusedByRule("These two are linked already");
    }
    // Not to which: who reads one timeline need not know of the other case.
    timeline.add(reference, link.at(), by.id(), What.LINKED, null);
    timeline.add(other, link.at(), by.id(), What.LINKED, null);
    return link;
  }

  List<Link> of(CaseReference reference) {
    return jdbc.sql("select * from case_link where reference = ? order by at, other")
        .param(reference.value())
        .query(
            (row, number) ->
                new Link(
                    row.getString("other"),
                    new PersonId(row.getString("linked_by")),
                    CaseFiles.instant(row, "at")))
        .list();
  }
}
