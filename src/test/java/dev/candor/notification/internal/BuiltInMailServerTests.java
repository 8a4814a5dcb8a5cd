package dev.candor.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.candor.notification.MailBox;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BuiltInMailServerTests {

  @Test
  void shouldSayWhichPropertyToChangeWhenAPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName(BuiltInMailServer.ADDRESS))) {
      // when
      var failure =
          catchThrowableOfType(
              MailPortInUse.class,
              () -> BuiltInMailServer.start(settings(0, taken.getLocalPort())));
      // then
      var analysis = new MailPortInUseAnalyzer().analyze(failure);
      assertThat(analysis.getDescription()).contains(String.valueOf(taken.getLocalPort()));
      assertThat(analysis.getAction()).contains("candor.mail.imap-port");
    }
  }

  @Test
  void shouldTakeAnyFreePortForZero() {
    var first = BuiltInMailServer.start(settings(0, 0));
    var second = BuiltInMailServer.start(settings(0, 0));
    try {
      assertThat(first.smtp()).isPositive().isNotEqualTo(second.smtp());
      assertThat(first.imap()).isPositive().isNotEqualTo(second.imap());
    } finally {
      first.stop();
      second.stop();
    }
  }

  @Test
  void shouldBeNoneWhereAServerIsConfigured() {
    new ApplicationContextRunner()
        .withUserConfiguration(NotificationConfiguration.BuiltIn.class)
        .withPropertyValues("spring.mail.host=127.0.0.1")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(BuiltInMailServer.class)
                    .doesNotHaveBean(MailBox.class));
  }

  private static MailSettings settings(int smtpPort, int imapPort) {
    var second = Duration.ofSeconds(1);
    return new MailSettings(
        smtpPort,
        imapPort,
        "candor@localhost",
        second,
        second,
        second,
        second,
        second,
        1,
        second,
        second,
        null);
  }
}
