package dev.candor.intake.internal;

import dev.candor.attachments.SealedKeys;
import dev.candor.outbox.Courier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MailIntakeConfiguration {

  @Bean
  Courier intakeCourier(TakingMails mails, MailIntakeSettings settings) {
    return new Courier(TakingMails.SERVICE, mails, settings.interval());
  }

  @Bean
  SealedKeys keysOfDrafts(JdbcClient jdbc) {
    return new SealedKeys(jdbc, "flag_draft");
  }
}
