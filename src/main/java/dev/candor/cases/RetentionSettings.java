package dev.candor.cases;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long cases are kept after they are over: as long as is said for their type or their outcome,
 * the longer of both; where nothing is said, the standard.
 */
@ConfigurationProperties("candor.retention")
public record RetentionSettings(
    @DefaultValue("7y") Period standard,
    Map<RequestType, Period> byType,
    Map<Outcome, Period> byOutcome) {

  public RetentionSettings {
    byType = byType == null ? Map.of() : Map.copyOf(byType);
    byOutcome = byOutcome == null ? Map.of() : Map.copyOf(byOutcome);
  }
}
