package dev.candor.web.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Port in use: names the port and the property. */
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
    return new FailureAnalysis(
        "port " + cause.getPort() + " is in use",
        "Stop what uses it, or choose another one with --server.port=<port>",
        cause);
  }

  /** Before Spring Boot's own, which needs three paragraphs. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
