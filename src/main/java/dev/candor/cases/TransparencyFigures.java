package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many requests were received, by half-year: for public reports on transparency. Numbers only,
 * and none so small that it tells of a single case. Why they are not crossed with each other:
 * {@code src/docs/adr/0022}.
 */
public interface TransparencyFigures {

  /** Fewer than so many are never told as a number. */
  int LEAST = 5;

  /** Who writes such reports, answers for them or checks them. */
  static boolean mayRead(Person person) {
    return person.is(Role.COUNSEL)
        || person.is(Role.COMMUNICATIONS)
        || person.is(Role.MANAGER)
        || person.is(Role.AUDITOR);
  }

  /**
   * Half-years that are over and in which anything was received, newest first.
   *
   * @throws org.springframework.security.access.AccessDeniedException when they are not theirs
   */
  List<HalfYear> all(Person reader);

  /** What requests are told apart by. */
  enum Figure {
    /** Of the principal, ISO 3166-1 alpha-2. */
    COUNTRY,
    /** What kind of body the principal is: a {@link PrincipalKind}. */
    AUTHORITY,
    TYPE,
    /** {@code OFFICIAL}, or {@code UNOFFICIAL} for what is informal or said aloud. */
    CHANNEL,
    /** {@code GIVEN} or {@code NONE}. */
    LEGAL_BASIS,
    /**
     * How many accounts or items it names: {@code NONE}, {@code ONE}, {@code TWO_TO_TEN}, {@code
     * MORE}.
     */
    ITEMS,
    /** An {@link Outcome}, or {@code UNDECIDED}. */
    OUTCOME
  }

  /**
   * @param code {@code 2026-H1}: January to June, by the day on which a request was received
   * @param requests null when there were fewer than {@link #LEAST}; there is nothing else then
   * @param items accounts and items that all of them name; null where that would tell of a single
   *     request
   * @param days null where too few are decided to tell
   */
  record HalfYear(
      String code,
      @Nullable Integer requests,
      @Nullable Integer items,
      List<Counts> counts,
      @Nullable Days days) {}

  /**
   * @param others all together that are not told one by one: those with fewer than {@link #LEAST},
   *     and as many more that none of those can be had by subtraction; 0 when there are none
   */
  record Counts(Figure figure, List<Count> told, int others) {}

  record Count(String code, int requests) {}

  /** Whole days from flag to decision: half of the cases took at most so many, nine in ten. */
  record Days(int half, int nineInTen) {}
}
