package dev.candor.policy;

import java.time.LocalDate;
import java.util.List;

/** Which clauses were in force on a day. */
public interface Grounds {

  /** All of them, by code. */
  List<Ground> inForceOn(LocalDate day);

  /**
   * @throws UnknownGround when no clause of that code was in force on that day
   */
  Ground inForceOn(String code, LocalDate day);
}
