package dev.candor.process.internal;

import dev.candor.outbox.Courier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

  @Bean
  Courier engineCourier(EngineOutbox outbox, ProcessSettings settings) {
    return new Courier("engine", outbox, settings.outboxInterval());
  }
}
