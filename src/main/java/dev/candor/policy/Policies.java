package dev.candor.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What our policies say and said: the versions that decisions quote, to be read. */
public interface Policies {

  /** All versions, by the name of their policy, the newest first. */
  List<Version> versions();

  /**
   * @param policy code of a policy
   * @param inForceFrom its first day
   * @param inForceUntil its last day; null as long as no later version has one
   */
  record Version(
      String policy,
      String name,
      String version,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceUntil,
      List<Clause> clauses) {

    public boolean isInForceOn(LocalDate day) {
      return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
    }
  }

  /**
   * @param ground what forms and decisions call it
   */
  record Clause(String clause, String ground, String title, String wording) {}
}
