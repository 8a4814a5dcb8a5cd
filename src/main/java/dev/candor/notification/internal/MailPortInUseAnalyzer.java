package dev.candor.notification.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which property to change. */
class MailPortInUseAnalyzer extends AbstractFailureAnalyzer<MailPortInUse> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MailPortInUse cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        "Set " + cause.property() + " to another port; 0 takes any free one.",
        cause);
  }
}
