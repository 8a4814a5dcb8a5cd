package dev.candor.web.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The line people wait for: where the pages are. */
@Component
class ReadyLine {

  private static final Logger LOG = LoggerFactory.getLogger("dev.candor.Candor");

  @EventListener
  void onReady(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
        && context.getWebServer() != null) {
      LOG.info(
          "Candor is ready: http://localhost:{} ({} s)",
          context.getWebServer().getPort(),
          "%.1f".formatted(event.getTimeTaken().toMillis() / 1000.0));
    }
  }
}
