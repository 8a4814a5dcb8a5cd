package dev.candor.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.notification.MailBox;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What a person chooses about their mail, and what comes of it. */
@CandorTest
class MailSettingsTests {

  /** The flagger, who knows of the case whatever becomes of it. */
  private static final String READER = "employee";

  @LocalServerPort int port;
  @Autowired Mails mails;
  @Autowired MailBox box;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private String reference;

  @Autowired
  MailSettingsTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void flag() {
    reference = new Route(port).flag(READER, ExampleRequests.embassy());
    awaitMail("your flag was received");
  }

  @AfterEach
  void chooseNothingAnyMore() {
    rows.sql("delete from mail_choice").update();
  }

  @Test
  void shouldKeepWhatIsChosenOnThePageAndShowIt() {
    assertThat(browser.get().uri("/").with(user("desk-uk")).exchange()).hasStatus(302);
    assertThat(browser.get().uri("/desk").with(user("desk-uk")))
        .bodyText()
        .contains("href=\"/settings/mail\"");
    assertThat(
            browser
                .post()
                .uri("/settings/mail")
                .with(user(READER))
                .with(csrf())
                .param("language", "DUTCH")
                .param("hour", "17")
                .param("DECIDED", "DIGEST")
                .param("WITHDRAWN", "NEVER"))
        .redirectedUrl()
        .isEqualTo("/settings/mail");

    assertThat(browser.get().uri("/settings/mail").with(user(READER)))
        .bodyText()
        .containsPattern("value=\"DUTCH\"[^>]*selected")
        .containsPattern("value=\"17\"[^>]*selected")
        .containsPattern("name=\"DECIDED\" value=\"DIGEST\"[^>]*checked")
        .containsPattern("name=\"WITHDRAWN\" value=\"NEVER\"[^>]*checked")
        .containsPattern("name=\"TASK_OFFERED\" value=\"AT_ONCE\"[^>]*checked");
    assertThat(browser.get().uri("/api/settings/mail").with(user(READER)))
        .bodyJson()
        .extractingPath("$.deliveries.DECIDED")
        .isEqualTo("DIGEST");
    assertThat(browser.get().uri("/api/settings/mail").with(user("desk-uk")))
        .bodyJson()
        .extractingPath("$.language")
        .isEqualTo("ENGLISH");
  }

  @Test
  void shouldOfferReportsToManagersAlone() {
    assertThat(browser.get().uri("/settings/mail").with(user("manager")))
        .bodyText()
        .containsPattern("name=\"WEEK\" value=\"NEVER\"")
        .doesNotContainPattern("name=\"(WEEK|TARGET)\" value=\"DIGEST\"");
    assertThat(browser.get().uri("/settings/mail").with(user(READER)))
        .bodyText()
        .doesNotContain("name=\"WEEK\"", "name=\"TARGET\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"language\":\"ENGLISH\",\"digestHour\":24,\"deliveries\":{}}",
        "{\"language\":\"KLINGON\",\"digestHour\":8,\"deliveries\":{}}",
        "{\"language\":\"ENGLISH\",\"digestHour\":8,\"deliveries\":{\"DEADLINE\":\"NEVER\"}}",
        "{\"language\":\"ENGLISH\",\"digestHour\":8,\"deliveries\":{\"DUTY\":\"DIGEST\"}}",
        "{\"language\":\"ENGLISH\",\"digestHour\":8,\"deliveries\":{\"WEEK\":\"DIGEST\"}}"
      })
  void shouldRefuseWhatCannotBeChosen(String choice) {
    assertThat(put(choice)).hasStatus(400);
  }

  @Test
  void shouldSendNothingOfAKindThatIsNotWanted() {
    put(choice("\"DECIDED\":\"NEVER\""));

    tell(Notice.DECIDED);
    tell(Notice.DUE_SOON);

    awaitMail("a task is due soon");
    assertThat(ofThisCase()).noneMatch(subject -> subject.contains("decided"));
    assertThat(state("DECIDED")).isEqualTo("WITHHELD");
  }

  @Test
  void shouldTellADayInOneLetterWhenItsHourHasCome() {
    // given
    put(choice("\"DECIDED\":\"DIGEST\",\"WITHDRAWN\":\"DIGEST\""));
    tell(Notice.DECIDED);
    tell(Notice.WITHDRAWN);
    tell(Notice.DUE_SOON);
    awaitMail("a task is due soon");
    assertThat(ofThisCase()).hasSize(2);
    assertThat(state("DECIDED")).isEqualTo("WAITING");
    // when
    rows.sql(
            "update mail_outbox set gather_at = now() where reference = ? and gather_at is not null")
        .param(reference)
        .update();
    // then
    var digest =
        await()
            .until(
                () ->
                    box.of(new PersonId(READER)).stream()
                        .filter(mail -> mail.text().contains(reference))
                        .filter(mail -> mail.subject().startsWith("Candor: 2 "))
                        .findFirst()
                        .orElse(null),
                found -> found != null);
    assertThat(digest.text()).contains("A decision was recorded.", "The request was withdrawn.");
    assertThat(ofThisCase()).hasSize(2);
    await().until(() -> state("DECIDED").equals("SENT"));
  }

  @Test
  void shouldLeaveOutOfTheDigestWhatItsReaderMustNotKnowAnyMore() {
    put(choice("\"DECIDED\":\"DIGEST\""));
    tell(Notice.DECIDED);
    rows.sql("insert into case_recusal values (?, 'employee', 'W', 'employee', now())")
        .param(reference)
        .update();

    rows.sql(
            "update mail_outbox set gather_at = now() where reference = ? and gather_at is not null")
        .param(reference)
        .update();

    await().until(() -> state("DECIDED").equals("WITHHELD"));
  }

  private static String choice(String deliveries) {
    return "{\"language\":\"ENGLISH\",\"digestHour\":8,\"deliveries\":{" + deliveries + "}}";
  }

  private MvcTestResult put(String choice) {
    return browser
        .put()
        .uri("/api/settings/mail")
        .with(user(READER))
        .contentType(MediaType.APPLICATION_JSON)
        .content(choice)
        .exchange();
  }

  private void tell(Notice notice) {
    Acting.asServiceOn(
        "worker",
        reference,
        () -> {
          mails.tell(notice, reference, List.of(new PersonId(READER)), "test");
          return true;
        });
  }

  private String state(String notice) {
    return rows.sql(
            """
            select case when sent_at is not null then 'SENT'
                        when withheld is not null then 'WITHHELD' else 'WAITING' end
              from mail_outbox where reference = ? and notice = ? and person = ? and occasion = 'test'
            """)
        .params(reference, notice, READER)
        .query(String.class)
        .single();
  }

  private void awaitMail(String about) {
    await().until(() -> ofThisCase().contains(reference + ": " + about));
  }

  private List<String> ofThisCase() {
    return box.of(new PersonId(READER)).stream()
        .map(MailBox.Mail::subject)
        .filter(subject -> subject.startsWith(reference))
        .toList();
  }
}
