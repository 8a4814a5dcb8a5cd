package dev.candor.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done on a case. The desk answers it; the register only asks. */
public interface CaseTasks {

  List<CaseTask> on(CaseReference reference);

  /**
   * @param id the user task's key
   * @param nobodyLeft everybody it is offered to stepped out of the case
   * @param state CREATED, CLAIMED, COMPLETED or CANCELED
   */
  record CaseTask(
      String id,
      String name,
      String element,
      String state,
      @Nullable String assignee,
      List<String> candidateGroups,
      @Nullable Instant dueAt,
      boolean nobodyLeft) {}
}
