package dev.candor.workers;

import java.util.UUID;

/**
 * @param inquiry a press inquiry's id
 * @param submission what was entered at the desk
 */
record InquiryVariables(String inquiry, String submission) {

  UUID inquiryId() {
    return UUID.fromString(inquiry);
  }

  UUID submissionId() {
    return UUID.fromString(submission);
  }
}
