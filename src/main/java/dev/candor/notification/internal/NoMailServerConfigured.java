package dev.candor.notification.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** True while {@code spring.mail.host} is not set. */
public class NoMailServerConfigured extends NoneNestedConditions {

  NoMailServerConfigured() {
    super(ConfigurationPhase.PARSE_CONFIGURATION);
  }

  @ConditionalOnProperty("spring.mail.host")
  static class Configured {}
}
