package dev.candor.notification.internal;

import dev.candor.notification.Mails.Notice;

/** What a mail says: that something happened to a reference, and where to read more. */
record Letter(String subject, String text) {

  static Letter about(Notice notice, String reference, String link) {
    return switch (notice) {
      case FLAG_RECEIVED ->
          write(reference, "your flag was received", link, "Thank you. Your flag was received.");
      case TASK_OFFERED ->
          write(reference, "a task awaits your group", link, "There is something to do.");
      case REVIEW_OVERDUE ->
          write(
              reference,
              "the review is overdue",
              link,
              "The review was not finished in time; the case was passed up.");
      case DUE_SOON ->
          write(reference, "a task is due soon", link, "A task of your group is due soon.");
      case STEP_OVERDUE ->
          write(
              reference,
              "a task is overdue",
              link,
              "A task was not done in time. It is still open, and still to be done.");
      case ASKED_IN_WRITING ->
          write(
              reference,
              "to be put in writing",
              link,
              "The request has to be put in writing. Please ask the other side, and enter what it"
                  + " writes on the page.");
      case DECISION_OVERDUE ->
          write(reference, "the decision is overdue", link, "The decision was not made in time.");
      case DECIDED -> write(reference, "decided", link, "A decision was recorded.");
      case LEGAL_HOLD ->
          write(
              reference,
              "legal hold",
              link,
              "This case is on legal hold. Please keep all that you have of it, mails and notes"
                  + " included, until you are told otherwise.");
      case WITHDRAWN -> write(reference, "withdrawn", link, "The request was withdrawn.");
      case DISCUSSION_OPENED ->
          write(
              reference,
              "a policy discussion was opened",
              link,
              "What this case says about our policies is being discussed. Your group is asked.");
      case DISCUSSION_CONCLUDED ->
          write(
              reference,
              "the policy discussion is concluded",
              link,
              "The discussion of our policies that this case gave rise to is concluded.");
      case NOBODY_LEFT ->
          write(
              reference,
              "nobody is left for a task",
              link,
              "Everybody in the group of a task stepped out of the case, or has flagged or reviewed"
                  + " it. Somebody has to be added to the group, or the case stands still.");
      case INQUIRY_ARRIVED ->
          write(
              reference,
              "the press asks",
              link,
              "The press asks about this case. Communications answers; please answer nobody"
                  + " yourself.");
      case INQUIRY_ANSWERED ->
          write(
              reference,
              "a press inquiry is answered",
              link,
              "The press asked about this case; the answer is on the record.");
    };
  }

  private static Letter write(String reference, String happened, String link, String sentence) {
    return new Letter(
        reference + ": " + happened,
        """
        %s

        Case %s
        %s

        This mail holds no details on purpose. What you may know is on the page.
        """
            .formatted(sentence, reference, link));
  }
}
