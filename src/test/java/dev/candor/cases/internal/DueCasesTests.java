package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.cases.Outcome;
import dev.candor.cases.RequestType;
import dev.candor.cases.RetentionSettings;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a case is kept, by its type and its outcome. */
@CandorTest
class DueCasesTests {

  private static final String REFERENCE = "SR-1998-00001";

  @Autowired EveryRow rows;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void closeACase() {
    rows.sql(
            """
            insert into cases (reference, flagger, flagged_at, type, sender, principal, principal_kind,
              principal_country, market, channel, ask, wants_to_stay_hidden, political_content, paid, threat,
              received_on, state)
            values (?, 'gone', '1998-01-01', 'OTHER', 'W', 'W', 'UNKNOWN', 'FR', 'GB', 'FORMAL', 'W', false, false,
              false, false, '1998-01-01', 'WITHDRAWN')
            """)
        .param(REFERENCE)
        .update();
    rows.sql(
            "insert into case_event (reference, at, what) values (?, '2000-02-29T12:00:00Z', 'WITHDRAWN')")
        .param(REFERENCE)
        .update();
  }

  /** The register keeps no other case of that year. */
  @AfterEach
  void forgetIt() {
    rows.sql(
            """
            do $$ begin
              set local session_replication_role = replica;
              delete from case_event where reference = 'SR-1998-00001';
              delete from case_access where reference = 'SR-1998-00001';
              delete from case_words where reference = 'SR-1998-00001';
              delete from cases where reference = 'SR-1998-00001';
            end $$
            """)
        .update();
  }

  @ParameterizedTest(name = "type {0}, outcome {1}: due at {2} is {3}")
  @CsvSource({
    "   ,    , 2007-02-28T11:00:00Z, false",
    "   ,    , 2007-02-28T13:00:00Z, true",
    "P2Y,    , 2002-02-28T13:00:00Z, true",
    "P2Y,    , 2002-02-28T11:00:00Z, false",
    "   , P9M, 2000-11-29T13:00:00Z, true",
    "P2Y, P9M, 2000-11-29T13:00:00Z, false",
    "P9M, P2Y, 2001-11-29T13:00:00Z, false",
    "P9M, P2Y, 2002-02-28T13:00:00Z, true"
  })
  void shouldKeepItAsLongAsTheLongerOfWhatIsSaidForIt(
      Period ofType, Period ofOutcome, Instant now, boolean due) {
    var settings =
        new RetentionSettings(
            Period.ofYears(7),
            ofType == null ? Map.of() : Map.of(RequestType.OTHER, ofType),
            ofOutcome == null ? Map.of() : Map.of(Outcome.WITHDRAWN, ofOutcome));
    var cases = new DueCases(jdbc, settings);

    var found =
        Acting.asService(
            "retention", () -> transaction.execute(status -> cases.at(now, REFERENCE, 1)));

    assertThat(found).hasSize(due ? 1 : 0);
  }
}
