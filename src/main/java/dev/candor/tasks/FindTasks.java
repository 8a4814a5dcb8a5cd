package dev.candor.tasks;

import dev.candor.access.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk's lists, and one task with its form. Nobody finds what they may not know of. */
public interface FindTasks {

  /** One page of a list, and how long the list of each scope is. */
  Found find(Person person, Query query);

  /**
   * @throws UnknownTask when there is none, or none this person may know of
   */
  HumanTask known(Person person, long userTaskKey);

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
    /** All they may see: those of every case whose content they know. */
    ALL
  }

  /** What comes first. */
  enum Order {
    /** What is due first. */
    DUE,
    /** What is gravest, and of these what is due first. */
    SEVERITY,
    /** What has been there longest. */
    AGE,
    /** Desk after desk, by their names; of one desk, what is due first. */
    DESK,
    /**
     * Type after type, as {@link dev.candor.cases.RequestType} names them; of one type, what is due
     * first.
     */
    TYPE
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
   * @param scope null chooses: what they hold, or what their groups are offered when they hold
   *     nothing
   * @param page from 0
   */
  record Query(@Nullable Scope scope, TaskFilter filter, Order order, int page, int size) {

    public static final int MOST = 200;

    public Query {
      if (page < 0 || size < 1 || size > MOST) {
        throw new IllegalArgumentException("A page is 1 to " + MOST + " tasks, from page 0");
      }
    }
  }

  record Counts(long mine, long group, long all) {

    public long of(Scope scope) {
      return switch (scope) {
        case MINE -> mine;
        case GROUP -> group;
        case ALL -> all;
      };
    }
  }

  /**
   * @param scope whose tasks they are
   */
  record Found(List<HumanTask> items, Counts counts, Scope scope, int page, int size) {

    /** How long the whole list is. */
    public long total() {
      return counts.of(scope);
    }
  }

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
