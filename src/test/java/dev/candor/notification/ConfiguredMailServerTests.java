package dev.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.notification.Mails.Notice;
import dev.candor.support.EveryRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.TestSocketUtils;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@TestPropertySource(
    properties = {
      "spring.mail.host=127.0.0.1",
      "candor.mail.first-retry=20ms",
      "candor.mail.last-retry=100ms",
      "candor.mail.outbox-interval=20ms"
    })
class ConfiguredMailServerTests {

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();

  @Autowired Mails mails;
  @Autowired EveryRow jdbc;
  @Autowired ObjectProvider<MailBox> box;

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.port", () -> PORT);
  }

  @Test
  void shouldKeepTryingUntilTheMailServerIsThereAndSendOnce() {
    // given a mail server that is down
    Acting.asServiceOn(
        "worker",
        "SR-2026-00001",
        () -> {
          mails.tell(
              Notice.FLAG_RECEIVED, "SR-2026-00001", List.of(new PersonId("employee")), "flagged");
          return true;
        });
    await().until(() -> attempts() >= 2);
    // when it comes up
    var server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      await().until(this::sent);
      // then
      assertThat(server.getReceivedMessages())
          .singleElement()
          .satisfies(
              mail ->
                  assertThat(mail.getMessageID())
                      .isEqualTo(
                          jdbc.sql("select message_id from mail_outbox")
                              .query(String.class)
                              .single()));
    } finally {
      server.stop();
    }
  }

  @Test
  void shouldShowNoBoxWhereMailGoesElsewhere() {
    assertThat(box.getIfAvailable()).isNull();
  }

  private int attempts() {
    return jdbc.sql("select max(attempts) from mail_outbox").query(Integer.class).single();
  }

  private boolean sent() {
    return jdbc.sql("select bool_and(sent_at is not null) from mail_outbox")
        .query(Boolean.class)
        .single();
  }
}
