package dev.candor.tasks.internal;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.Recusals;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.tasks.HumanTask;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A task that nobody may take, because everybody in its groups stepped out of the case or has a
 * part in it (four eyes): the heads of the desk and the process owners are told, once, and the case
 * says so.
 */
@Component
class NobodyLeft {

  private final People people;
  private final Recusals recusals;
  private final Rules rules;
  private final TaskForms forms;
  private final TaskTable tasks;
  private final CaseRegister register;
  private final Mails mails;

  NobodyLeft(
      People people,
      Recusals recusals,
      Rules rules,
      TaskForms forms,
      TaskTable tasks,
      CaseRegister register,
      Mails mails) {
    this.people = people;
    this.recusals = recusals;
    this.rules = rules;
    this.forms = forms;
    this.tasks = tasks;
    this.register = register;
    this.mails = mails;
  }

  boolean isSoFor(HumanTask task) {
    return task.isOpen()
        && forms.areThere(task)
        && rules.keepFromAll(
            task, task.candidateGroups().stream().flatMap(group -> people.inGroup(group).stream()));
  }

  /** In the caller's transaction. */
  void tellOf(HumanTask task) {
    if (isSoFor(task) && tasks.nobodyIsLeft(task.key())) {
      var reference = new CaseReference(task.reference());
      register.noteNobodyLeft(reference, task.element());
      mails.tell(Notice.NOBODY_LEFT, task.reference(), whoMends(reference), "task-" + task.key());
    }
  }

  private Set<PersonId> whoMends(CaseReference reference) {
    var deskGroup = register.parties(reference).deskGroup();
    var heads =
        deskGroup == null
            ? Stream.<Person>empty()
            : people.inGroup(Groups.headsOf(deskGroup)).stream();
    var owners = people.all().stream().filter(person -> person.is(Role.PROCESS_OWNER));
    var told = new HashSet<PersonId>();
    Stream.concat(heads, owners).map(Person::id).forEach(told::add);
    told.removeAll(recusals.from(reference));
    return told;
  }
}
