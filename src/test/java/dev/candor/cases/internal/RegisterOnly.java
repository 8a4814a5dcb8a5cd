package dev.candor.cases.internal;

import dev.candor.access.People;
import dev.candor.access.internal.IdentityOfTransactions;
import dev.candor.access.internal.demonstration.DemonstrationPeople;
import dev.candor.cases.EmergencySettings;
import dev.candor.cases.RetentionSettings;
import dev.candor.ledger.LedgerSettings;
import dev.candor.notification.Mails;
import dev.candor.process.PressInquiryProcess;
import dev.candor.process.RoutingFacts;
import dev.candor.process.SensitiveRequestProcess;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The register, the policies and the ledger on a real database; what is told to the engine is
 * written down. Not annotated as a configuration, so that the whole service does not find it.
 */
@ComponentScan({
  "dev.candor.cases.internal",
  "dev.candor.policy.internal",
  "dev.candor.ledger.internal"
})
@ComponentScan(
    basePackages = "dev.candor.notification.internal",
    useDefaultFilters = false,
    includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.LettersOnRecord"))
@Import({IdentityOfTransactions.class, WhomTheCallNames.class})
@EnableConfigurationProperties({
  LedgerSettings.class,
  RetentionSettings.class,
  EmergencySettings.class
})
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class
})
class RegisterOnly {

  static final Instant NOW = Instant.parse("2026-07-02T09:30:00Z");

  @Bean
  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Bean
  People people() {
    return new DemonstrationPeople();
  }

  /** Nobody is told by mail. */
  @Bean
  Mails mails() {
    return (notice, reference, told, occasion) -> {};
  }

  @Bean
  ToldToTheEngine toldToTheEngine() {
    return new ToldToTheEngine();
  }

  /** Writes down what the engine would be told. */
  static class ToldToTheEngine implements SensitiveRequestProcess, PressInquiryProcess {

    final Map<String, RoutingFacts> begun = new ConcurrentHashMap<>();
    final Map<UUID, CaseFacts> inquiries = new ConcurrentHashMap<>();
    final List<String> answered = new CopyOnWriteArrayList<>();
    final List<String> withdrawn = new CopyOnWriteArrayList<>();
    final List<String> held = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    @Override
    public void begin(String reference, RoutingFacts facts) {
      if (refusing) {
        throw new IllegalStateException("The outbox is full");
      }
      begun.put(reference, facts);
    }

    @Override
    public void answerArrived(String reference) {
      answered.add(reference);
    }

    @Override
    public void withdraw(String reference) {
      withdrawn.add(reference);
    }

    @Override
    public void holdSet(String reference, long hold) {
      held.add(reference);
    }

    @Override
    public void begin(String reference, UUID inquiry, CaseFacts facts) {
      inquiries.put(inquiry, facts);
    }

    void refuseWhile(Runnable action) {
      refusing = true;
      try {
        action.run();
      } finally {
        refusing = false;
      }
    }
  }
}
