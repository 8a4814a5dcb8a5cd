package dev.candor.notification;

import dev.candor.access.PersonId;
import dev.candor.notification.Mails.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was told to whom by mail. */
public interface Letters {

  /**
   * In the caller's transaction: who does not see the case finds nothing.
   *
   * @return earliest first
   */
  List<Told> on(String reference);

  /**
   * @param occasion the same for all who were told at once
   * @param sentAt when the mail server took it; null while it waits, and when it was never sent
   * @param seenAt when its reader said so
   */
  record Told(
      Notice notice,
      String occasion,
      PersonId person,
      Instant writtenAt,
      State state,
      @Nullable Instant sentAt,
      @Nullable Instant seenAt) {}

  /** Where a letter is. */
  enum State {
    WAITING,
    SENT,
    /** Not tried any more until somebody asks for it. */
    STUCK,
    /** Never sent: its reader wants none of the kind, or was not to know of the case any more. */
    WITHHELD
  }
}
