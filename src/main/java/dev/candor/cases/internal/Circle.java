package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has come to need to know a case: groups and participants. */
@Component
class Circle {

  private final JdbcClient jdbc;

  Circle(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void admit(CaseReference reference, Collection<String> groups, Instant at) {
    for (var group : groups) {
      jdbc.sql(
              """
              insert into case_group (reference, group_name, since) values (?, ?, ?)
              on conflict do nothing
              """)
          .params(reference.value(), group, at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  /**
   * @return false when they were a participant already
   */
  boolean join(CaseReference reference, PersonId person, Instant at) {
    return jdbc.sql(
                """
                insert into case_participant (reference, person, since) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(reference.value(), person.value(), at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Set<PersonId> participants(CaseReference reference) {
    return new LinkedHashSet<>(
        jdbc.sql("select person from case_participant where reference = ? order by since, person")
            .param(reference.value())
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }
}
