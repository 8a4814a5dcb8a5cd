package dev.candor.access.internal.openid;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what to set. */
class ProviderCannotBeUsedAnalyzer extends AbstractFailureAnalyzer<OneProvider.CannotBeUsed> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, OneProvider.CannotBeUsed cause) {
    return new FailureAnalysis(cause.getMessage(), cause.whatToDo(), cause);
  }
}
