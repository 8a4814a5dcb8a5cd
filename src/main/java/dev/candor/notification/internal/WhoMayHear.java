package dev.candor.notification.internal;

import dev.candor.access.Person;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.Readers;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether a reader may still be told, asked when a letter is sent and when its link is followed:
 * between writing and either they may have stepped out of the case.
 */
@Component
class WhoMayHear {

  /** Who answers for the route hears of these without knowing the case. */
  private static final Set<Notice> OF_THE_ROUTE =
      EnumSet.of(
          Notice.STEP_OVERDUE,
          Notice.REVIEW_OVERDUE,
          Notice.DECISION_OVERDUE,
          Notice.NOBODY_LEFT,
          Notice.EMERGENCY_ACCESS);

  private final Readers readers;

  WhoMayHear(Readers readers) {
    this.readers = readers;
  }

  boolean of(Notice notice, String reference, Person reader) {
    return switch (readers.of(reader, reference)) {
      case NOTHING -> false;
      case ROUTE -> OF_THE_ROUTE.contains(notice);
      case ALL -> true;
    };
  }
}
