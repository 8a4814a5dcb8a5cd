package dev.candor.tasks;

import dev.candor.access.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk's lists, and one task with its form. Nobody finds what they may not know of. */
public interface FindTasks {

  /** Earliest deadline first. */
  Found find(Person person, Query query);

  /**
   * @throws UnknownTask when there is none, or none this person may know of
   * @throws TaskRefusal when they know of the case but the task is not theirs
   */
  TaskWithForm get(Person person, long userTaskKey);

  /** Whose tasks to look for. */
  enum Scope {
    /** Those they hold. */
    MINE,
    /** Those their groups are offered, whoever holds them. */
    GROUP,
    /** Both. */
    ALL
  }

  /** What can be done with a task now, by this person. */
  enum Action {
    CLAIM,
    RELEASE,
    ASSIGN,
    DELEGATE,
    COMPLETE
  }

  /**
   * @param dueBefore only tasks due before this; null = any
   * @param state null = open ones
   * @param page from 0
   */
  record Query(
      Scope scope,
      @Nullable Instant dueBefore,
      @Nullable String reference,
      HumanTask.@Nullable State state,
      int page,
      int size) {

    public static final int MOST = 200;

    public Query {
      if (page < 0 || size < 1 || size > MOST) {
        throw new IllegalArgumentException("A page is 1 to " + MOST + " tasks, from page 0");
      }
    }

    /** Open tasks, first page. */
    public static Query open(Scope scope) {
      return new Query(scope, null, null, null, 0, 50);
    }
  }

  record Found(List<HumanTask> items, long total, int page, int size) {}

  /**
   * @param form form-js schema (JSON); null when the task has none
   * @param data what to fill the form with: what was entered, once it is completed
   * @param draft when this person saved what {@code data} holds; null when they saved nothing
   * @param actions what this person can do with it now
   * @param refusal why they can neither claim nor complete it; null when they can
   */
  record TaskWithForm(
      HumanTask task,
      @Nullable String form,
      Map<String, Object> data,
      Drafts.@Nullable Saved draft,
      Set<Action> actions,
      @Nullable String refusal) {}
}
