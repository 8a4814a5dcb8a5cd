package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks more than once, at one desk or at several, over all cases that somebody may know of. */
public interface AskingAgain {

  /** As far back as it looks, in days. */
  int LONGEST_PERIOD = 3660;

  /**
   * Counted are the cases whose content this person sees, and nothing tells of others. First those
   * who ask the most desks, then the most often, then the latest.
   */
  Page<Asker> list(Person person, Filter filter);

  /**
   * Which of them to list.
   *
   * @param days up to now in which the cases were flagged that count, 1 to {@link #LONGEST_PERIOD}
   * @param desk that has at least one of the cases; null for any
   * @param severalDesks only who asks more than one desk
   * @param page counted from 0
   * @param size 1 to {@link CaseFilter#LARGEST_PAGE}
   */
  record Filter(int days, @Nullable String desk, boolean severalDesks, int page, int size) {

    public Filter {
      if (days < 1 || days > LONGEST_PERIOD) {
        throw new IllegalArgumentException("days must be 1 to " + LONGEST_PERIOD);
      }
      CaseFilter.requirePage(page, size);
    }
  }

  /**
   * A principal with two cases or more in the period, known by its name whatever its letters' case.
   *
   * @param principal as the newest of the cases writes it
   * @param refused how many of them were refused
   * @param desks that have one of them, in order; a case that no desk has yet adds none
   */
  record Asker(
      String principal,
      int cases,
      int refused,
      List<String> desks,
      String newest,
      Instant lastFlaggedAt) {

    public Asker {
      desks = List.copyOf(desks);
    }
  }
}
