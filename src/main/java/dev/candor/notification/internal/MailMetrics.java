package dev.candor.notification.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What waits and what is stuck, for whoever watches the service. Asked when somebody looks. */
@Component
class MailMetrics implements MeterBinder {

  private final OutboxOnView outbox;

  MailMetrics(OutboxOnView outbox) {
    this.outbox = outbox;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("candor.mail.waiting", outbox, OutboxOnView::waiting)
        .description("Letters that are neither sent nor given up")
        .register(meters);
    Gauge.builder("candor.mail.stuck", outbox, OutboxOnView::stuck)
        .description("Letters that are not tried any more until somebody asks for it")
        .register(meters);
    TimeGauge.builder(
            "candor.mail.oldest", outbox, TimeUnit.MILLISECONDS, state -> state.oldest().toMillis())
        .description("How long the oldest waiting letter has been waiting")
        .register(meters);
  }
}
