package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.notification.Letters;
import dev.candor.notification.MailBox;
import dev.candor.notification.Mails;
import dev.candor.support.CandorApi;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Speaking to somebody in the discussion of a case: who can be spoken to, and how they hear. */
@CandorTest
class MentionTests {

  @LocalServerPort int port;
  @Autowired EveryRow jdbc;
  @Autowired JdbcClient own;
  @Autowired People people;
  @Autowired NeedToKnow needToKnow;
  @Autowired Comments comments;
  @Autowired Mentions mentions;
  @Autowired Letters letters;
  @Autowired MailBox box;
  @Autowired TransactionTemplate transaction;

  private Route route;
  private String reference;

  /** Flagged by the head of its desk, reviewed by desk-uk, passed up to counsel. */
  @BeforeEach
  void carryACaseToCounsel() {
    route = new Route(port);
    reference = route.flag("head-uk", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
  }

  @AfterEach
  void chooseNothingAgain() {
    jdbc.sql("delete from mail_choice where person in ('counsel', 'desk-uk')").update();
  }

  @Test
  void shouldTellWhoIsMentionedAndSaySoOnTheCaseAndAtTheirDesk() {
    // when
    var said = say("desk-uk", "Would you ask the embassy first, @conor byrne?");
    // then it says whom
    assertThat(said.path("mentions")).hasSize(1);
    assertThat(said.path("mentions").path(0).path("person").asText()).isEqualTo("counsel");
    assertThat(said.path("mentions").path(0).path("written").asText()).isEqualTo("@conor byrne");
    // and they get a letter without a word of it
    await().until(() -> !lettersTo("counsel").isEmpty());
    var letter = lettersTo("counsel").getFirst();
    assertThat(letter.subject()).isEqualTo(reference + ": you are mentioned");
    assertThat(letter.text())
        .contains("mentioned you", "/cases/" + reference, "/letters/")
        .doesNotContain("embassy", "Dev", "Conor");
    // and their desk names the case until they open it, where it stands who was told
    assertThat(unread("counsel")).contains(reference);
    var file = route.caseOf("counsel", reference);
    assertThat(file.path("letters"))
        .anyMatch(
            told ->
                told.path("notice").asText().equals("MENTIONED")
                    && told.path("person").asText().equals("counsel"));
    assertThat(file.path("discussion").path(0).path("mentions")).hasSize(1);
    assertThat(unread("counsel")).doesNotContain(reference);
    // and the flagger, who reads the case but not its discussion, is not even told that there is
    // one
    assertThat(mentionsOnRecord(file)).isNotEmpty();
    assertThat(mentionsOnRecord(route.caseOf("head-uk", reference))).isEmpty();
    var flagger = people.find(new PersonId("head-uk")).orElseThrow();
    assertThat(Acting.as(flagger, () -> letters.on(reference)))
        .isNotEmpty()
        .noneMatch(told -> told.notice() == Mails.Notice.MENTIONED);
  }

  @Test
  void shouldKeepUnreadWhatWasNotShown() {
    // given what was said after a page was built
    var shown = Instant.parse(say("desk-uk", "@counsel?").path("at").asText());
    say("desk-uk", "@counsel, please?");
    var known = new CaseReference(reference);
    var counsel = people.find(new PersonId("counsel")).orElseThrow();
    // when
    Acting.as(
        counsel,
        () -> {
          mentions.read(known, counsel, List.of(shown));
          return true;
        });
    // then
    assertThat(
            jdbc.sql(
                    "select read_at is null from case_mention where reference = ? order by comment")
                .param(reference)
                .query(Boolean.class)
                .list())
        .containsExactly(false, true);
    assertThat(unread("counsel")).contains(reference);
  }

  @Test
  void shouldOfferEverybodyWhoTakesPartAndNobodyElse() {
    // given one who works on it and stepped out
    assertThat(say("desk-uk", "@counsel").path("mentions")).hasSize(1);
    route.step("counsel", reference, "recuse", Map.of("reason", "A friend."));
    // then
    var known = new CaseReference(reference);
    var takingPart =
        people.all().stream()
            .filter(person -> sight(person, known) == NeedToKnow.Sight.CONTENT)
            .map(person -> person.id().value())
            .filter(id -> !id.equals("head-uk"))
            .toList();
    assertThat(takingPart).containsExactly("desk-uk");
    assertThat(readers("desk-uk")).isEmpty();
    // and to who steps in, the other
    jdbc.sql("insert into case_participant values (?, 'policy', now())").param(reference).update();
    assertThat(readers("policy")).containsExactly("desk-uk");
    // and nobody to the flagger, who reads no discussion, nor to whom the case is unknown
    assertThat(askForReaders("head-uk").status()).isEqualTo(403);
    assertThat(askForReaders("desk-de").status()).isEqualTo(404);
    assertThat(readers("desk-uk")).containsExactly("policy");
  }

  /** The flagger, somebody of another desk, somebody who is no reader of any case. */
  @ParameterizedTest
  @CsvSource({"@Hannah Price", "@Dora Klein", "@Marek Nowak"})
  void shouldRefuseToMentionWhoTakesNoPartAndNotSayWhoThatIs(String mention) {
    // when
    var answer =
        route
            .as("desk-uk")
            .post(
                "/api/cases/" + reference + "/comments",
                Map.of("text", "Ask @Conor Byrne and " + mention + "."));
    // then nothing is kept and nobody told
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("field").asText()).isEqualTo("text");
    assertThat(answer.body())
        .contains("only people who work on this case")
        .doesNotContain(mention.substring(1));
    assertThat(route.caseOf("desk-uk", reference).path("discussion")).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void shouldNotTellOneselfWhatOneWrote() {
    assertThat(say("desk-uk", "As I, @desk-uk, said.").path("mentions")).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void shouldTakeAnAccountForWords() {
    // when the account is called as somebody who takes no part, or begins as somebody who does
    var said = say("desk-uk", "It is on @policy, @counsel-watch and @legal.affairs.");
    // then
    assertThat(said.path("mentions")).isEmpty();
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"AT_ONCE, true, true", "DIGEST, true, false", "NEVER, false, true"})
  void shouldTellThemAsTheyChose(String delivery, boolean wanted, boolean letterOfItsOwn) {
    // given
    var choice =
        Map.of("language", "ENGLISH", "digestHour", 8, "deliveries", Map.of("MENTIONED", delivery));
    assertThat(route.as("counsel").put("/api/settings/mail", choice).status()).isEqualTo(200);
    // when
    say("desk-uk", "@Conor Byrne?");
    // then
    var letter =
        jdbc.sql(
                """
                select withheld is null as wanted, gather_at is null as own from mail_outbox
                 where reference = ? and notice = 'MENTIONED'
                """)
            .param(reference)
            .query()
            .singleRow();
    assertThat(letter).containsEntry("wanted", wanted).containsEntry("own", letterOfItsOwn);
  }

  @Test
  void shouldSendNothingToWhoWasTakenOffMeanwhile() {
    // given somebody who is mentioned and stepped out before the letter left
    var by = people.find(new PersonId("desk-uk")).orElseThrow();
    Acting.as(
        by,
        () ->
            transaction.execute(
                status -> {
                  comments.add(new CaseReference(reference), "@counsel?", by);
                  own.sql("insert into case_recusal values (?, 'counsel', 'W', 'desk-uk', now())")
                      .param(reference)
                      .update();
                  return true;
                }));
    // then
    await().untilAsserted(() -> assertThat(told()).containsExactly("counsel NOT_TO_KNOW"));
    assertThat(lettersTo("counsel")).isEmpty();
    assertThat(unread("counsel")).doesNotContain(reference);
  }

  private JsonNode say(String person, String words) {
    var answer =
        route.as(person).post("/api/cases/" + reference + "/comments", Map.of("text", words));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private List<String> readers(String person) {
    var answer = askForReaders(person);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().valueStream().map(reader -> reader.path("person").asText()).toList();
  }

  private CandorApi.Answer askForReaders(String person) {
    return route.as(person).get("/api/cases/" + reference + "/readers");
  }

  private NeedToKnow.Sight sight(Person person, CaseReference known) {
    return Acting.as(person, () -> needToKnow.of(person, known));
  }

  private List<String> unread(String person) {
    var who = people.find(new PersonId(person)).orElseThrow();
    return Acting.as(who, () -> mentions.unread(who)).stream().map(CaseReference::value).toList();
  }

  private List<MailBox.Mail> lettersTo(String person) {
    return box.of(new PersonId(person)).stream()
        .filter(mail -> mail.subject().startsWith(reference + ": you are mentioned"))
        .toList();
  }

  private static List<JsonNode> mentionsOnRecord(JsonNode file) {
    return file.path("letters")
        .valueStream()
        .filter(told -> told.path("notice").asText().equals("MENTIONED"))
        .toList();
  }

  private List<String> told() {
    return jdbc.sql(
            """
            select concat_ws(' ', person, withheld) from mail_outbox
             where reference = ? and notice = 'MENTIONED'
            """)
        .param(reference)
        .query(String.class)
        .list();
  }
}
