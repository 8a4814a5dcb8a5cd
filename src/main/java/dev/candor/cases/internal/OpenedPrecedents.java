package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Opened;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.OpeningPrecedents;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code case_precedent_opened}. */
@Component
class OpenedPrecedents implements OpeningPrecedents {

  private final JdbcClient jdbc;
  private final NeedToKnow needToKnow;
  private final Clock clock;

  OpenedPrecedents(JdbcClient jdbc, NeedToKnow needToKnow, Clock clock) {
    this.jdbc = jdbc;
    this.needToKnow = needToKnow;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void opened(CaseReference from, CaseReference precedent, Person by) {
    if (needToKnow.of(by, from) != Sight.CONTENT || needToKnow.of(by, precedent) == Sight.NONE) {
      return;
    }
    jdbc.sql(
            """
            insert into case_precedent_opened (reference, precedent, person, at)
              select distinct reference, precedent, :person, cast(:at as timestamptz)
                from case_precedent where reference = :reference and precedent = :precedent
            on conflict do nothing
            """)
        .param("person", by.id().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("reference", from.value())
        .param("precedent", precedent.value())
        .update();
  }

  /** By precedent, the earliest first. */
  Map<String, List<Opened>> of(CaseReference reference) {
    return jdbc
        .sql(
            "select precedent, person, at from case_precedent_opened where reference = ? order by at, person")
        .param(reference.value())
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("precedent"),
                    new Opened(
                        row.getString("person"),
                        Objects.requireNonNull(CaseFiles.instant(row, "at")))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
