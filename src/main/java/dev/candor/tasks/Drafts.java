package dev.candor.tasks;

import dev.candor.access.Person;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a task has entered and not sent yet: kept for them alone, never in the engine,
 * until the task ends or they may not see its case any more.
 */
public interface Drafts {

  /**
   * @param version that of the draft it began from; 0 where there was none
   * @param values by the form's keys, as far as they are entered
   * @throws DraftChanged when it was saved meanwhile, in another window; nothing is changed then
   * @throws UnknownTask when there is none, or none this person may know of
   * @throws TaskRefusal when they could not complete the task
   * @throws dev.candor.web.InvalidInput when the form does not ask for one of these, or it is too
   *     much
   */
  Saved save(Person person, long userTaskKey, int version, Map<String, Object> values);

  record Saved(int version, Instant at) {}

  /** Saved meanwhile in another window. */
  class DraftChanged extends RuntimeException {

    private final transient @Nullable Saved now;

    public DraftChanged(@Nullable Saved now) {
      super("It was changed in another window meanwhile");
      this.now = now;
    }

    /** What is kept; null when nothing is any more. */
    public @Nullable Saved now() {
      return now;
    }
  }
}
