package dev.candor.tasks.internal;

import dev.candor.outbox.Courier;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TasksSettings.class)
class TasksConfiguration {

  private static final Duration WHEN_NOBODY_CALLS = Duration.ofSeconds(1);

  @Bean
  Courier handBackCourier(HandBacks outbox) {
    return new Courier("hand-backs", outbox, WHEN_NOBODY_CALLS);
  }

  @Bean
  Courier unattendedClaimsCourier(UnattendedClaims claims, TasksSettings settings) {
    return new Courier("unattended-claims", claims, settings.lookEvery());
  }

  @Bean
  Courier reconciliationCourier(Reconciliation reconciliation, TasksSettings settings) {
    return new Courier("reconciliation", reconciliation, settings.reconcileEvery());
  }
}
