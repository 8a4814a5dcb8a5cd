package dev.candor.insight.internal;

import dev.candor.insight.InsightSettings;
import dev.candor.outbox.Courier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightConfiguration {

  @Bean
  Courier insightCourier(EventLog log, InsightSettings settings) {
    return new Courier(EventLog.SERVICE, log, settings.interval());
  }

  @Bean
  Courier readingAheadCourier(ReadingAhead ahead, InsightSettings settings) {
    return new Courier(EventLog.SERVICE, ahead, settings.watchInterval());
  }

  @Bean
  Courier watchingCourier(Watching watching, InsightSettings settings) {
    return new Courier(EventLog.SERVICE, watching, settings.watchInterval());
  }

  @Bean
  Courier timesMetricsCourier(TimesMetrics metrics, InsightSettings settings) {
    return new Courier(EventLog.SERVICE, metrics, settings.watchInterval());
  }

  @Bean
  Courier mondayCourier(Mondays mondays, InsightSettings settings) {
    return new Courier(EventLog.SERVICE, mondays, settings.watchInterval());
  }
}
