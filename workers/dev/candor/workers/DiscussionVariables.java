package dev.candor.workers;

import java.util.UUID;

/**
 * @param submission what was entered at the desk
 */
record DiscussionVariables(String caseReference, String discussion, String submission)
    implements OfACase {

  UUID id() {
    return UUID.fromString(submission);
  }
}
