package dev.candor.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorApi;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Figures over times of a desk of this test's own. */
@CandorTest
class InsightApiTests {

  private static final String DESK = "DESK-OF-INSIGHT-API-TESTS";
  private static final String PERIOD = "from=2025-03-01&to=2025-03-31&desk=" + DESK;

  private final EveryRow rows;
  private final Random random = new Random(7);
  private int references = 700_000;

  @LocalServerPort int port;

  @Autowired
  InsightApiTests(EveryRow rows) {
    this.rows = rows;
  }

  @BeforeEach
  @AfterEach
  void forget() {
    rows.sql("delete from insight_time where desk = ?").param(DESK).update();
    rows.sql("update insight_feed set forgotten = forgotten + 1").update();
  }

  @Test
  void shouldAnswerPercentilesOfThePeriodAndOfTheOneBefore() {
    // given
    var march = new ArrayList<Integer>();
    for (int i = 0; i < 37; i++) {
      march.add(ended("2025-03-15", "LOW", random.nextInt(100_000)));
    }
    for (int i = 0; i < 5; i++) {
      ended("2025-02-15", "LOW", 1_000);
    }
    ended("2025-04-01", "LOW", 1);
    // when
    var answer = cycleTimes("calendar=clock&" + PERIOD);
    // then
    march.sort(null);
    assertThat(answer.at("/cases/n").asInt()).isEqualTo(37);
    assertThat(answer.at("/cases/p50/value").asInt()).isEqualTo(march.get(18));
    assertThat(answer.at("/cases/p85/value").asInt()).isEqualTo(march.get(31));
    assertThat(answer.at("/cases/p95/value").asInt()).isEqualTo(march.get(35));
    assertThat(answer.at("/cases/p95/high").isNull()).isTrue();
    assertThat(answer.at("/before/n").asInt()).isEqualTo(5);
    assertThat(answer.at("/before/p50/value").asInt()).isEqualTo(1_000);
    assertThat(answer.at("/groups/0/times/n").asInt()).isEqualTo(37);
    assertThat(answer.at("/groups/0/before/p50/value").asInt()).isEqualTo(1_000);
  }

  @Test
  void shouldCountInWorkingTimeUnlessItIsAskedOtherwise() {
    for (int i = 0; i < 5; i++) {
      ended("2025-03-15", "LOW", 3_000);
    }

    var answer = cycleTimes(PERIOD);

    assertThat(answer.path("calendar").asText()).isEqualTo("working");
    assertThat(answer.at("/cases/p50/value").asInt()).isEqualTo(1_000);
    assertThat(answer.at("/cases/inHand").asInt()).isEqualTo(1_000);
  }

  @Test
  void shouldNotTellOfFewerThanFive() {
    // given
    for (int i = 0; i < 6; i++) {
      ended("2025-03-15", "LOW", 3_000);
    }
    for (int i = 0; i < 4; i++) {
      ended("2025-03-15", "CRITICAL", 9_000);
    }
    // then
    var groups = cycleTimes("by=severity&" + PERIOD).path("groups");
    assertThat(groups).hasSize(2);
    assertThat(groups.at("/0/code").asText()).isEqualTo("LOW");
    assertThat(groups.at("/0/times/n").asInt()).isEqualTo(6);
    assertThat(groups.at("/1/code").asText()).isEqualTo("CRITICAL");
    assertThat(groups.at("/1/times").isNull()).isTrue();
    assertThat(cycleTimes("severity=CRITICAL&" + PERIOD).path("cases").isNull()).isTrue();
  }

  @Test
  void shouldSayWhichParameterCannotBeRead() {
    var answer =
        CandorApi.as("manager", address())
            .get("/api/insight/cycle-times?from=2025-04-01&to=2025-03-01&by=person&calendar=lunar");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactlyInAnyOrder("from", "by", "calendar");
  }

  /**
   * A case in hand all the time, a third of it by working time; answers its seconds by the clock.
   */
  private int ended(String day, String severity, int seconds) {
    var reference = "SR-2025-" + references++;
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            values (?, 'OTHER', 'FORMAL', ?, ?, 'DECLINED', 1, ?::timestamptz - interval '3 days', ?::timestamptz,
              0, ?, 0, 0, ?, 0, '', nextval('insight_counted'))
            """)
        .params(reference, severity, DESK, day, day, seconds, seconds / 3)
        .update();
    rows.counted(reference);
    return seconds;
  }

  private JsonNode cycleTimes(String query) {
    var answer = CandorApi.as("manager", address()).get("/api/insight/cycle-times?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private URI address() {
    return URI.create("http://localhost:" + port);
  }
}
