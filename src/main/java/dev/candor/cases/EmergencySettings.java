package dev.candor.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to a case in an emergency.
 *
 * @param lasts how long it is open to who opened it
 */
@ConfigurationProperties("candor.emergency-access")
public record EmergencySettings(@DefaultValue("4h") Duration lasts) {

  public EmergencySettings {
    if (!lasts.isPositive()) {
      throw new IllegalArgumentException("candor.emergency-access.lasts must be more than nothing");
    }
  }
}
