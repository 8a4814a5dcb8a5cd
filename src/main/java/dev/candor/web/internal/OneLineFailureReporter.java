package dev.candor.web.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** A start that failed for a known reason is one line: what happened, and what to do. */
class OneLineFailureReporter implements FailureAnalysisReporter {

  private static final Logger LOG = LoggerFactory.getLogger("dev.candor.Candor");

  @Override
  public void report(FailureAnalysis analysis) {
    var whatToDo = analysis.getAction() == null ? "" : " " + line(analysis.getAction()) + ".";
    LOG.error("Candor cannot start: {}.{}", line(analysis.getDescription()), whatToDo);
    LOG.debug("The failure in full", analysis.getCause());
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("[.]$", "");
  }
}
