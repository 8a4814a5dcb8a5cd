package dev.candor.workers;

import java.util.UUID;

/**
 * @param inquiry a press inquiry's id
 * @param submission what was entered at the desk
 */
record InquiryVariables(String caseReference, String inquiry, String submission)
    implements OfACase {

  UUID inquiryId() {
    return UUID.fromString(inquiry);
  }

  UUID submissionId() {
    return UUID.fromString(submission);
  }
}
