package dev.candor.intake.internal;

import dev.candor.outbox.Courier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailIntakeConfiguration {

  @Bean
  Courier intakeCourier(TakingMails mails, MailIntakeSettings settings) {
    return new Courier(TakingMails.SERVICE, mails, settings.interval());
  }
}
