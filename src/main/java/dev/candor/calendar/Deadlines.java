package dev.candor.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a step has to be done: hours from the table {@code deadlines}, by its desk's calendar.
 */
public interface Deadlines {

  /**
   * Sets the deadline of a step that begins now. Asked again for the same step it answers what it
   * answered first.
   *
   * @throws dev.candor.process.DecisionTables.NoAnswer when the tables do not know such a step
   * @throws DeskCalendars.NotACalendar when the desk's calendar cannot be read
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  Deadline set(Step step);

  /**
   * @param elementInstanceKey the engine's key of this one run of the step
   * @param name as the table calls it, such as {@code REVIEW}
   */
  record Step(
      long elementInstanceKey,
      String reference,
      String name,
      String severity,
      String desk,
      @Nullable String market) {}

  /**
   * @param remindAt when three quarters of the working time are over
   */
  record Deadline(Instant dueAt, Instant remindAt) {}
}
