package dev.candor.calendar;

import dev.candor.web.Times.Due;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Deadlines as people read them: how much of the desk's working time is left. */
public interface TimeLeft {

  /**
   * @param desk null when it is not known: then the time by the clock is said, as it is while the
   *     desk's calendar cannot be had
   * @param zone of the person who reads it
   */
  Due until(Instant dueAt, @Nullable String desk, @Nullable String market, ZoneId zone);
}
