package dev.candor.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine ran, element by element, as it tells when asked: it may tell late, more than once
 * and in another order, and nothing any more of what it has let go of.
 *
 * <p>All methods throw {@link EngineUnavailable} when it does not answer.
 */
public interface ElementHistory {

  /** As many as it tells at a time. */
  int PAGE = 1000;

  /**
   * Passes that ended at this time or later, those that ended first at the beginning.
   *
   * @param after where the page before ended; null for the first one
   */
  Page ended(Instant since, @Nullable String after);

  /** Passes that began at this time or later and have not ended. */
  Page running(Instant since, @Nullable String after);

  /** References of cases by key of the process instance; those without one are left out. */
  Map<Long, String> references(Collection<Long> processInstances);

  /** Which version of its process this is, from 1; 0 when the engine has it no more. */
  int version(long definitionKey);

  /**
   * One time that a process instance went through an element.
   *
   * @param key the engine's, unique and never used again
   * @param kind as the engine calls the type of the element: {@code USER_TASK}
   * @param endedAt null while it has not
   * @param completed false while it runs, and where it was interrupted
   */
  record Pass(
      long key,
      long processInstance,
      long definition,
      String process,
      String element,
      String name,
      String kind,
      Instant begunAt,
      @Nullable Instant endedAt,
      boolean completed) {}

  /**
   * @param next where the following page begins; null when there is none
   */
  record Page(List<Pass> passes, @Nullable String next) {}
}
