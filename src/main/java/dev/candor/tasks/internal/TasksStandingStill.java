package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.Groups;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.Recusals;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.StandingStill;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks again of each that was noticed whether it is still so: somebody may have been added. */
@Component
class TasksStandingStill implements StandingStill {

  private static final String SERVICE = "nobody-left";

  private final TaskTable tasks;
  private final NobodyLeft nobodyLeft;
  private final CaseRegister register;
  private final Recusals recusals;

  TasksStandingStill(
      TaskTable tasks, NobodyLeft nobodyLeft, CaseRegister register, Recusals recusals) {
    this.tasks = tasks;
    this.nobodyLeft = nobodyLeft;
    this.register = register;
    this.recusals = recusals;
  }

  @Override
  public List<Still> of(Person person) {
    if (!person.is(Role.PROCESS_OWNER) && !person.is(Role.DESK_HEAD)) {
      return List.of();
    }
    return Acting.asService(SERVICE, tasks::leftToNobody).stream()
        .filter(task -> Acting.asServiceOn(SERVICE, task.reference(), () -> concerns(person, task)))
        .map(task -> new Still(task.reference(), task.name(), task.candidateGroups()))
        .toList();
  }

  private boolean concerns(Person person, HumanTask task) {
    var reference = new CaseReference(task.reference());
    return nobodyLeft.isSoFor(task)
        && !recusals.isRecused(person.id(), reference)
        && (person.is(Role.PROCESS_OWNER) || headsTheDeskOf(person, reference));
  }

  private boolean headsTheDeskOf(Person person, CaseReference reference) {
    var desk = register.parties(reference).deskGroup();
    return desk != null && person.groups().contains(Groups.headsOf(desk));
  }
}
