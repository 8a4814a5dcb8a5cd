package dev.candor.notification.web;

import dev.candor.notification.internal.NoMailServerConfigured;
import dev.candor.web.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The mail box has a place in the rail while there is one. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoMailServerConfigured.class)
class MailPages {

  @Bean
  RailEntry mailBoxInTheRail() {
    return new RailEntry(90, "mail", "Mail box", "/mail", person -> true);
  }
}
