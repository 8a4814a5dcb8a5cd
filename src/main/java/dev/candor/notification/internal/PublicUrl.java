package dev.candor.notification.internal;

import dev.candor.notification.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this service: {@code candor.public-url}, else this machine. Asked when a mail
 * is written, because a port chosen by the system is known only once the pages are up.
 */
@Component
class PublicUrl implements Links {

  /** Who opened a case without a part in it: counsel read it, whether they know the case or not. */
  static final String OF_EMERGENCIES = "/emergency-access";

  static final String OF_TIMES = "/insight";

  static final String OF_TARGETS = "/insight/targets";

  private static final String LISTENS_ON = "local.server.port";

  private final Environment environment;
  private volatile @Nullable String base;

  PublicUrl(Environment environment) {
    this.environment = environment;
  }

  static String pathOfCase(String reference) {
    return "/cases/" + reference;
  }

  /** Where whoever follows it is led to their open task on this case. */
  static String pathOfTaskOn(String reference) {
    return "/desk/of/" + reference;
  }

  @Override
  public String of(String path) {
    return base() + path;
  }

  private String base() {
    var known = base;
    if (known == null) {
      known = find();
      // Before the service listens, its port is only what was wished for.
      if (environment.containsProperty(LISTENS_ON)) {
        base = known;
      }
    }
    return known;
  }

  private String find() {
    var configured = environment.getProperty("candor.public-url", "");
    if (!configured.isBlank()) {
      return configured.replaceAll("/+$", "");
    }
    var wished = environment.getProperty("server.port", "8080");
    return "http://localhost:" + environment.getProperty(LISTENS_ON, wished);
  }
}
