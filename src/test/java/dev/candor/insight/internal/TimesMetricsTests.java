package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.support.CandorApi;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Prometheus gets, of cases of this test's own desk. */
@CandorTest
class TimesMetricsTests {

  private static final String DESK = "DESK-OF-TIMES-METRICS-TESTS";
  private static final int FIRST = 740_000;

  @Autowired TimesMetrics metrics;
  @Autowired People people;
  @Autowired EveryRow rows;
  @LocalServerPort int port;

  @BeforeEach
  void write() {
    forget();
    for (int i = 0; i < 9; i++) {
      rows.sql(
              """
              insert into insight_case (reference, type, channel, market, severity, desk, state, flagged_at)
              values (?, 'OTHER', 'FORMAL', 'GB', ?, ?, 'IN_REVIEW', now())
              """)
          .params(reference(i), i < 5 ? "HIGH" : "LOW", DESK)
          .update();
    }
    rows.sql(
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at)
            values (?, ?, 1, 'Task_OfTimesMetricsTests', now() - interval '2 hours', now() - interval '1 hour')
            """)
        .params(4_400_000_000_000_000_000L, reference(0))
        .update();
    for (int i = 10; i < 15; i++) {
      rows.sql(
              """
              insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
                for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
              values (?, 'OTHER', 'FORMAL', 'LOW', ?, 'DECLINED', 1, now() - interval '1 hour', now() - interval '1 minute', 0, 9, 0, 0, 7200, 0, '',
                nextval('insight_counted'))
              """)
          .params(reference(i), DESK)
          .update();
      rows.counted(reference(i));
    }
  }

  @AfterEach
  void forget() {
    for (int i = 0; i < 15; i++) {
      rows.sql("select insight_forget(?)").param(reference(i)).query().singleRow();
    }
  }

  @Test
  void shouldTellOfGroupsOfFiveAndMore() {
    var told = await().until(this::told, text -> text.contains(DESK));

    assertThat(told)
        .contains(
            "candor_cases_open{desk=\"" + DESK + "\",severity=\"HIGH\"} 5.0\n",
            "candor_cases_overdue{desk=\"" + DESK + "\",severity=\"HIGH\"} 1.0\n",
            "candor_cycle_time_seconds{desk=\"" + DESK + "\",percentile=\"85\"} 7200.0\n",
            "candor_cycle_time_cases{desk=\"" + DESK + "\"} 5.0\n")
        .contains("candor_cases_at_risk{desk=\"" + DESK + "\",severity=\"HIGH\"} ")
        .containsPattern("\ncandor_insight_lag_seconds \\d")
        .containsPattern("\ncandor_insight_pending \\d")
        .doesNotContain("{desk=\"" + DESK + "\",severity=\"LOW\"}");
  }

  @Test
  void shouldNameNoCaseAndNobody() {
    var ours = told().lines().filter(line -> line.startsWith("candor_")).toList();

    assertThat(ours).isNotEmpty().noneMatch(line -> line.contains("SR-"));
    for (var person : people.all()) {
      var named = Pattern.compile("\"%s\"".formatted(Pattern.quote(person.id().value())));
      assertThat(ours).noneMatch(line -> named.matcher(line).find());
    }
  }

  /** Anew: what the service told of itself meanwhile may be from before this test. */
  private String told() {
    Acting.asService(EventLog.SERVICE, metrics::carryOutOne);
    return CandorApi.as("admin", URI.create("http://localhost:" + port))
        .get("/actuator/prometheus")
        .body();
  }

  private static String reference(int number) {
    return "SR-2025-" + (FIRST + number);
  }
}
