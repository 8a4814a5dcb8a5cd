package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView;
import dev.candor.cases.Dissents;
import dev.candor.cases.MayDissent;
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

/** The table {@code case_dissent}, and who may write into it. */
@Component
class DissentingFromACase implements Dissents {

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final Findings findings;
  private final NeedToKnow needToKnow;
  private final Timeline timeline;
  private final Clock clock;

  DissentingFromACase(
      JdbcClient jdbc,
      CaseFiles files,
      Findings findings,
      NeedToKnow needToKnow,
      Timeline timeline,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.findings = findings;
    this.needToKnow = needToKnow;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Dissent add(CaseReference reference, String words, Person by) {
    var sight = needToKnow.of(by, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    // Who only reads cannot lock it.
    if (sight != Sight.CONTENT) {
      throw new AccessDeniedException("Not theirs to say");
    }
    requireItIsTheirs(reference, sight, by);
    var dissent = new Dissent(by.id(), words, clock.instant());
    jdbc.sql("insert into case_dissent (reference, person, words, at) values (?, ?, ?, ?)")
        .params(reference.value(), by.id().value(), words, dissent.at().atOffset(ZoneOffset.UTC))
        .update();
    timeline.add(reference, dissent.at(), by.id(), What.DISSENTED, null);
    return dissent;
  }

  private void requireItIsTheirs(CaseReference reference, Sight sight, Person by) {
    var flagger = files.lock(reference).flagger().value();
    var recommended = !findings.recommendations(reference).isEmpty();
    var decidedBy = findings.decision(reference).map(CaseView.Decision::by).orElse(null);
    switch (MayDissent.of(by, sight, flagger, recommended, decidedBy)) {
      case YES -> {}
      case NOT_THEIRS -> throw new AccessDeniedException("Not theirs to say");
      case NOTHING_YET ->
          throw new RefusedByRule(
              "Nothing is recommended or decided yet: say it in the discussion");
      case OWN_DECISION -> throw new RefusedByRule("Whoever decided does not dissent from it");
    }
  }

  List<Dissent> of(CaseReference reference) {
    return jdbc.sql("select * from case_dissent where reference = ? order by id")
        .param(reference.value())
        .query(
            (row, number) ->
                new Dissent(
                    new PersonId(row.getString("person")),
                    row.getString("words"),
                    CaseFiles.instant(row, "at")))
        .list();
  }
}
