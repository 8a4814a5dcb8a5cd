package dev.candor.ledger.internal;

import dev.candor.ledger.LedgerSettings;
import dev.candor.ledger.internal.note.SigningKey;
import dev.candor.outbox.Courier;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's key, and the loop that gives entries their place. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  /** Entries are on record before they have a place, and a place for many costs little more. */
  private static final Duration GATHERING = Duration.ofMillis(250);

  @Bean
  SigningKey ledgerKey(LedgerSettings settings, @Value("${candor.data-dir:data}") Path data) {
    var file = settings.keyFile();
    return SigningKey.in(
        file == null ? data.resolve("ledger").resolve("signing-key.pem") : file, settings.origin());
  }

  @Bean
  Courier ledgerCourier(Sequencing sequencing, LedgerSettings settings) {
    return new Courier("ledger", sequencing, settings.interval(), GATHERING);
  }
}
