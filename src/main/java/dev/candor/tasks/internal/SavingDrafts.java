package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.tasks.Drafts;
import dev.candor.web.InvalidInput;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps what is entered for who holds the task. Whether it is complete is asked when it is sent.
 */
@Component
class SavingDrafts implements Drafts {

  /** In characters of JSON. */
  private static final int MOST = 200_000;

  private final UnderRules underRules;
  private final TaskForms forms;
  private final DraftTable drafts;
  private final DeskTasks desk;
  private final EnteredJson json;

  SavingDrafts(
      UnderRules underRules, TaskForms forms, DraftTable drafts, DeskTasks desk, EnteredJson json) {
    this.underRules = underRules;
    this.forms = forms;
    this.drafts = drafts;
    this.desk = desk;
    this.json = json;
  }

  @Override
  public Saved save(Person person, long userTaskKey, int version, Map<String, Object> values) {
    var task = underRules.allowed(TaskRule.COMPLETING, person, userTaskKey);
    if (!forms.of(task).fields().keySet().containsAll(values.keySet())) {
      throw new InvalidInput("values", "hold a field that this form does not ask for");
    }
    var entered = json.write(values);
    if (entered.length() > MOST) {
      throw new InvalidInput("values", "are more than can be kept");
    }
    desk.attend(task);
    return drafts
        .save(userTaskKey, person.id(), version, entered)
        .orElseThrow(
            () ->
                new DraftChanged(
                    drafts
                        .find(userTaskKey, person.id())
                        .map(DraftTable.Draft::saved)
                        .orElse(null)));
  }
}
