package dev.candor.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The line that whoever started the service waits for: it is up, and where. */
@Component
class AddressAnnouncement {

  private static final Logger log = LoggerFactory.getLogger(AddressAnnouncement.class);

  @EventListener
  void announce(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      log.info("Candor is ready at http://localhost:{}", context.getWebServer().getPort());
    }
  }
}
