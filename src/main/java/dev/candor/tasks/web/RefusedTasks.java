package dev.candor.tasks.web;

import dev.candor.access.Acting;
import dev.candor.access.CurrentPerson;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Refusals;
import dev.candor.tasks.TaskRefusal.Kind;
import dev.candor.tasks.internal.CasesOfTasks;
import dev.candor.web.CalledFor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the ledger who was not let do what with a task, by the case it belongs to. */
@Component
class RefusedTasks {

  /** Somebody faster, or a task that is over, refuses nobody anything. */
  private static final Set<Kind> REFUSING = Set.of(Kind.NOT_YOURS, Kind.RECUSED, Kind.FOUR_EYES);

  private final CasesOfTasks cases;
  private final Refusals refusals;
  private final CurrentPerson currentPerson;

  RefusedTasks(CasesOfTasks cases, Refusals refusals, CurrentPerson currentPerson) {
    this.cases = cases;
    this.refusals = refusals;
    this.currentPerson = currentPerson;
  }

  void note(HttpServletRequest request, Kind kind) {
    if (REFUSING.contains(kind)) {
      note(request);
    }
  }

  /** The task exists, and they may not know of it; or there is none, and nothing is noted. */
  void note(HttpServletRequest request) {
    CalledFor.value(request, "id")
        .flatMap(TaskKeys::ifOne)
        .flatMap(key -> Acting.asService("note-refusal", () -> cases.of(key)))
        .ifPresent(
            reference ->
                refusals.note(
                    new CaseReference(reference),
                    currentPerson.get().id(),
                    CalledFor.what(request)));
  }
}
