package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * What is told of the first half of 1999 and of 1998, in which nobody else's cases were received:
 * copies of one case that nobody knows of, flagged so long ago that they resemble no other test's.
 */
@CandorTest
@TestInstance(Lifecycle.PER_CLASS)
class TransparencyTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private Route route;
  private String original;

  @Autowired
  TransparencyTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeAll
  void receiveRequestsLongAgo() {
    route = new Route(port);
    original = route.flag("employee", ExampleRequests.embassy());
    receive(12, "1999-03-02", "FR", "REMOVE_OR_RESTRICT", "FORMAL", "Article 10", 4, "DECLINED", 3);
    receive(7, "1999-06-30", "DE", "REMOVE_OR_RESTRICT", "INFORMAL", null, 1, "ACCEPTED", 30);
    receive(2, "1999-01-01", "MC", "VERIFY_OR_LABEL", "VERBAL", null, 0, null, 0);
    receive(3, "1998-05-01", "FR", "OTHER", "FORMAL", null, 0, null, 0);
  }

  @Test
  void shouldCountByWhatReportsTellApart() {
    var half = halfYear("1999-H1");

    assertThat(half.path("requests").asInt()).isEqualTo(21);
    assertThat(told(half, "CHANNEL")).containsExactly("OFFICIAL 12", "UNOFFICIAL 9");
    assertThat(told(half, "LEGAL_BASIS")).containsExactly("GIVEN 12", "NONE 9");
    assertThat(half.path("days").path("half").asInt()).isEqualTo(3);
    assertThat(half.path("days").path("nineInTen").asInt()).isEqualTo(30);
  }

  @Test
  void shouldCountTheAccountsAndItemsThatRequestsName() {
    var half = halfYear("1999-H1");

    assertThat(half.path("items").asInt()).isEqualTo(12 * 4 + 7);
    // two name none: the seven that name one would leave them as the rest
    assertThat(told(half, "ITEMS")).containsExactly("TWO_TO_TEN 12", "others 9");
    assertThat(told(half, "AUTHORITY")).containsExactly("EMBASSY 21");
  }

  @Test
  void shouldWithholdWhatIsSmallAndWhatWouldGiveItAway() {
    var half = halfYear("1999-H1");

    // two came from one country: the seven of another would leave them as the rest
    assertThat(told(half, "COUNTRY")).containsExactly("FR 12", "others 9");
    assertThat(told(half, "TYPE")).isEmpty();
    assertThat(told(half, "OUTCOME")).containsExactly("DECLINED 12", "others 9");
    assertThat(halfYear("1998-H1").toString())
        .isEqualTo(
            "{\"code\":\"1998-H1\",\"requests\":null,\"items\":null,\"counts\":[],\"days\":null}");
  }

  @Test
  void shouldCountByWhatStandsAfterCorrections() {
    receive(8, "1997-03-01", "FR", "OTHER", "FORMAL", null, 0, null, 0);
    rows.sql(
            """
            insert into case_correction (submission, field, reference, value, reason, corrected_by, at)
              select gen_random_uuid(), field, reference, value, 'Words', 'desk-uk', now()
                from cases, (values ('principalCountry', 'DE'), ('principalKind', 'PARTY'),
                  ('legalBasis', 'Article 1'), ('items', e'@one\n@two'), ('receivedOn', '1996-03-01'))
                  corrected (field, value)
               where received_on = '1997-03-01'
            """)
        .update();

    var half = halfYear("1996-H1");
    assertThat(half.path("requests").asInt()).isEqualTo(8);
    assertThat(told(half, "COUNTRY")).containsExactly("DE 8");
    assertThat(told(half, "AUTHORITY")).containsExactly("PARTY 8");
    assertThat(told(half, "LEGAL_BASIS")).containsExactly("GIVEN 8");
    assertThat(told(half, "ITEMS")).containsExactly("TWO_TO_TEN 8");
    assertThat(half.path("items").asInt()).isEqualTo(16);
    assertThat(all().valueStream().map(each -> each.path("code").asText()))
        .doesNotContain("1997-H1");
  }

  @Test
  void shouldNotTellOfTheHalfYearThatIsRunning() {
    var running = rows.sql("select current_date::text").query(String.class).single();
    receive(9, running, "FR", "OTHER", "FORMAL", null, 0, null, 0);

    var half =
        running.substring(0, 5)
            + (running.charAt(5) == '0' && running.charAt(6) < '7' ? "H1" : "H2");
    assertThat(all().valueStream().map(each -> each.path("code").asText())).doesNotContain(half);
  }

  @Test
  void shouldWriteTheSameNumbersForSpreadsheets() {
    var csv = route.as("communications").get("/api/transparency.csv").body();

    assertThat(csv.lines().findFirst()).contains("halfYear,figure,code,value");
    assertThat(csv)
        .contains(
            "1999-H1,REQUESTS,ALL,21\n",
            "1999-H1,ITEMS_NAMED,ALL,55\n",
            "1999-H1,COUNTRY,FR,12\n",
            "1999-H1,ITEMS,TWO_TO_TEN,12\n",
            "1999-H1,COUNTRY,OTHERS,9\n",
            "1999-H1,DAYS,HALF,3\n",
            "1998-H1,REQUESTS,ALL,\n")
        .doesNotContain("1999-H1,COUNTRY,MC", "1999-H1,COUNTRY,DE");
  }

  @Test
  void shouldShowThemWithWhatTheyMeanAndNoWordOfACase() {
    var page = page("manager", "/transparency?half=1999-H1");

    assertThat(page).contains("France", "withheld one by one", "Withheld: told one by one");
    assertThat(page).contains("That of the body for which something is asked", "Who sees this");
    assertThat(page).doesNotContain("Monaco", "Embassy in London", "SR-", "Article 10");
    assertThat(page("manager", "/transparency?half=1998-H1")).contains("withheld: fewer than 5");
  }

  private void receive(
      int times,
      String day,
      String country,
      String type,
      String channel,
      String legalBasis,
      int items,
      String outcome,
      int days) {
    rows.sql(
            """
            with number as (update case_number set last = last + :times returning year, last),
                 copies as (
                   insert into cases (reference, flagger, flagged_at, state, type, sender, principal,
                       principal_kind, principal_country, market, channel, ask, legal_basis, received_on,
                       items, wants_to_stay_hidden, political_content, paid, threat)
                   select format('SR-%s-%s', year, lpad((last - n)::text, 5, '0')), 'somebody-who-left',
                       timestamptz '1999-07-01', 'FLAGGED', :type, sender, principal, principal_kind, :country,
                       market, :channel, ask, :legalBasis, :day::date,
                       array_fill('@somebody'::text, array[:items]), false, false, false, false
                     from cases c, number, generate_series(0, :times - 1) n where c.reference = :original
                   returning reference, flagged_at)
            insert into case_event (reference, at, what, detail)
              select reference, flagged_at + make_interval(days => :days), 'DECIDED', :outcome
                from copies where :outcome::text is not null
            """)
        .param("times", times)
        .param("day", day)
        .param("country", country)
        .param("type", type)
        .param("channel", channel)
        .param("legalBasis", legalBasis)
        .param("items", items)
        .param("outcome", outcome)
        .param("days", days)
        .param("original", original)
        .update();
  }

  private JsonNode all() {
    return route.as("manager").get("/api/transparency").json();
  }

  private JsonNode halfYear(String code) {
    return all()
        .valueStream()
        .filter(half -> half.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** As {@code FR 12}, and last what is withheld one by one; nothing where it is all withheld. */
  private static List<String> told(JsonNode half, String figure) {
    var counts =
        half.path("counts")
            .valueStream()
            .filter(each -> each.path("figure").asText().equals(figure))
            .findFirst()
            .orElseThrow();
    var told = new ArrayList<String>();
    counts
        .path("told")
        .forEach(
            count -> told.add(count.path("code").asText() + " " + count.path("requests").asInt()));
    if (!told.isEmpty() && counts.path("others").asInt() > 0) {
      told.add("others " + counts.path("others").asInt());
    }
    return told;
  }

  private String page(String person, String path) {
    var answer =
        browser.get().uri(path).header("Accept", "text/html").with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
