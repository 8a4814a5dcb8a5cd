package dev.candor.database.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why there is no database, in place of a stack trace. */
class DatabaseCannotStartAnalyzer extends AbstractFailureAnalyzer<DatabaseCannotStart> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseCannotStart cause) {
    return new FailureAnalysis(cause.getMessage(), cause.whatToDo(), cause);
  }
}
