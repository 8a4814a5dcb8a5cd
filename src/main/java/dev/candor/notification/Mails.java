package dev.candor.notification;

import dev.candor.access.PersonId;
import java.util.Collection;

/**
 * Tells people by mail that something happened: a reference and a link, never a word of the case.
 */
public interface Mails {

  /**
   * Puts one mail per person into the outbox, in the caller's transaction.
   *
   * @param occasion what makes this telling one of a kind; a second call with the same notice,
   *     reference and occasion tells nobody, whoever has joined since
   */
  void tell(Notice notice, String reference, Collection<PersonId> people, String occasion);

  /** What there is to tell. */
  enum Notice {
    FLAG_RECEIVED,
    TASK_OFFERED,
    DUE_SOON,
    STEP_OVERDUE,
    REVIEW_OVERDUE,
    ASKED_IN_WRITING,
    DECISION_OVERDUE,
    DECIDED,
    WITHDRAWN,
    MENTIONED,
    LEGAL_HOLD,
    DISCUSSION_OPENED,
    DISCUSSION_CONCLUDED,
    INQUIRY_ARRIVED,
    INQUIRY_ANSWERED,
    NOBODY_LEFT,
    TASK_HANDED_OVER,
    TASK_TAKEN_OVER,
    EMERGENCY_ACCESS
  }
}
