package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.PossibleGround;
import dev.candor.cases.Likeness;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was put beside a case: precedents, and grounds on which it could be refused. */
@Component
class Surroundings {

  private final JdbcClient jdbc;

  Surroundings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keepPrecedents(CaseReference reference, List<Alike> precedents, Instant at) {
    for (int position = 0; position < precedents.size(); position++) {
      var precedent = precedents.get(position);
      jdbc.sql(
              """
              insert into case_precedent
                (reference, position, precedent, likeness, words, items, found_at)
              values (?, ?, ?, ?::text[], ?::text[], ?::text[], ?)
              """)
          .params(
              reference.value(),
              position,
              precedent.reference().value(),
              precedent.facts().stream().map(Likeness::name).toArray(String[]::new),
              precedent.words().toArray(String[]::new),
              precedent.items().toArray(String[]::new),
              at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  List<Alike> precedents(CaseReference reference) {
    return jdbc.sql(
            """
            select precedent as reference, likeness, words, items from case_precedent
            where reference = ? order by position
            """)
        .param(reference.value())
        .query((row, number) -> Alike.read(row))
        .list();
  }

  void keepGrounds(CaseReference reference, List<PossibleGround> grounds) {
    for (int position = 0; position < grounds.size(); position++) {
      var ground = grounds.get(position);
      jdbc.sql(
              """
              insert into case_ground
                (reference, position, code, policy, version, clause, assessment)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              reference.value(),
              position,
              ground.code(),
              ground.policy(),
              ground.version(),
              ground.clause(),
              ground.assessment())
          .update();
    }
  }

  List<PossibleGround> grounds(CaseReference reference) {
    return jdbc.sql(
            """
            select code, policy, version, clause, assessment from case_ground
            where reference = ? order by position
            """)
        .param(reference.value())
        .query(PossibleGround.class)
        .list();
  }
}
