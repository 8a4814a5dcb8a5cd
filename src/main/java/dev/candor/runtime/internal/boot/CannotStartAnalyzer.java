package dev.candor.runtime.internal.boot;

import dev.candor.runtime.CannotStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** One line in place of a stack trace: a port or the data folder is somebody else's, or damaged. */
class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> implements Ordered {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
    return new FailureAnalysis(cause.getMessage(), cause.whatToDo(), cause);
  }

  /** Before those that see only the wrapping: a property that cannot be bound. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
