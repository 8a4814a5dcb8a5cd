package dev.candor.access.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line that the provider has to go. */
class OpenIdNotTakenAnalyzer extends AbstractFailureAnalyzer<OpenIdGuard.OpenIdNotTaken> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, OpenIdGuard.OpenIdNotTaken cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Remove spring.security.oauth2.client.registration.* to start with the demonstration people",
        cause);
  }
}
