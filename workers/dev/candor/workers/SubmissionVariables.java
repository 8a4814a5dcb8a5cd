package dev.candor.workers;

import java.util.UUID;

/**
 * @param submission what was entered at the desk
 */
record SubmissionVariables(String caseReference, String submission) implements OfACase {

  UUID id() {
    return UUID.fromString(submission);
  }
}
