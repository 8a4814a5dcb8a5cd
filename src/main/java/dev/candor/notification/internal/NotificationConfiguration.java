package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.outbox.Courier;
import jakarta.mail.util.StreamProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  static {
    // Else Jakarta Mail looks through every jar for it, several times for each letter.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  @Bean
  SeenLinks seenLinks(
      MailSettings settings, @Value("${candor.data-dir:data}") Path data, Clock clock) {
    var file = settings.linkKeyFile();
    return new SeenLinks(
        LinkKey.in(file == null ? data.resolve("mail").resolve("link-key") : file),
        settings.linkLifetime(),
        clock);
  }

  @Bean
  Deliveries firstDeliveries(
      MailOutbox outbox, PostOffice postOffice, MailSettings settings, Clock clock) {
    return new Deliveries(outbox, postOffice, settings, clock, false);
  }

  @Bean
  Deliveries repeatedDeliveries(
      MailOutbox outbox, PostOffice postOffice, MailSettings settings, Clock clock) {
    return new Deliveries(outbox, postOffice, settings, clock, true);
  }

  @Bean
  Courier mailCourier(Deliveries firstDeliveries) {
    return firstDeliveries.courier();
  }

  @Bean
  Courier digestCourier(Digests digests, MailSettings settings) {
    return new Courier(Deliveries.SERVICE, digests, settings.outboxInterval());
  }

  @Bean
  Courier repeatedMailCourier(Deliveries repeatedDeliveries) {
    return repeatedDeliveries.courier();
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(NoMailServerConfigured.class)
  static class BuiltIn {

    @Bean(destroyMethod = "stop")
    BuiltInMailServer builtInMailServer(MailSettings settings) {
      return BuiltInMailServer.start(settings);
    }

    @Bean
    JavaMailSenderImpl mailSender(BuiltInMailServer server) {
      var sender = new JavaMailSenderImpl();
      sender.setHost(BuiltInMailServer.ADDRESS);
      sender.setPort(server.smtp());
      var timeouts = new Properties();
      for (var kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
        timeouts.setProperty("mail.smtp." + kind, "5000");
      }
      sender.setJavaMailProperties(timeouts);
      return sender;
    }

    @Bean
    BuiltInMailBox mailBox(BuiltInMailServer server, People people) {
      return new BuiltInMailBox(server, people);
    }
  }
}
