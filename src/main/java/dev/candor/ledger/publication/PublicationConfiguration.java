package dev.candor.ledger.publication;

import dev.candor.ledger.LedgerSettings;
import dev.candor.ledger.internal.Heads;
import dev.candor.notification.MailOutside;
import dev.candor.outbox.Courier;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

  /** Once a day is often enough to be a minute late. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  @Bean
  Courier ledgerPublicationCourier(
      Heads heads,
      MailOutside mail,
      LedgerSettings settings,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    return new Courier(
        "ledger-publication",
        new PublishingHeads(heads, mail, settings, jdbc, transaction, clock),
        INTERVAL);
  }
}
