package dev.candor.intake;

import dev.candor.cases.CaseReference;
import java.util.List;

/** Seven flags to try the service with, as the demonstration person {@code employee} sends them. */
public interface ExampleFlags {

  /** True while there is no case at all and the demonstration people exist. */
  boolean offered();

  /**
   * Flags them. A second call opens nothing and answers the same references.
   *
   * @throws dev.candor.web.RefusedByRule when there are no demonstration people
   */
  List<CaseReference> load();
}
