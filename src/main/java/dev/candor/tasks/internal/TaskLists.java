package dev.candor.tasks.internal;

import static java.util.Comparator.comparingInt;

import dev.candor.access.Person;
import dev.candor.cases.RequestType;
import dev.candor.database.Plans;
import dev.candor.tasks.FindTasks.Counts;
import dev.candor.tasks.FindTasks.Found;
import dev.candor.tasks.FindTasks.Order;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of tasks. Who may see which is decided in the query and by the rows the database shows, and
 * not by filtering a page afterwards.
 */
@Repository
@Transactional(readOnly = true)
class TaskLists {

  /** As people read the types wherever they choose one. */
  private static final String TYPES =
      Stream.of(RequestType.values()).map(Enum::name).collect(Collectors.joining(","));

  private final JdbcClient jdbc;

  TaskLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Found find(Person person, Query query) {
    lookThroughTasks();
    var parameters = parameters(person, query.filter());
    parameters.put("size", query.size());
    parameters.put("offset", (long) query.page() * query.size());
    var rows =
        Plans.madeForValues(
            jdbc,
            () ->
                jdbc.sql(look(query))
                    .params(parameters)
                    .query(
                        (row, number) ->
                            new Row(
                                new Counts(
                                    row.getLong("mine"),
                                    row.getLong("offered"),
                                    row.getLong("seen")),
                                row.getObject("user_task_key", Long.class)))
                    .list());
    var counts = rows.getFirst().counts();
    var scope =
        query.scope() != null ? query.scope() : counts.mine() > 0 ? Scope.MINE : Scope.GROUP;
    var keys = rows.stream().map(Row::task).filter(Objects::nonNull).toList();
    return new Found(inOrder(keys), counts, scope, query.page(), query.size());
  }

  /** Row-level security asks of all at once which the reader sees (ADR 44). */
  private void lookThroughTasks() {
    jdbc.sql("select set_config('candor.looks_through', 'tasks', true)")
        .query(String.class)
        .single();
  }

  /**
   * All is looked through once, counted, and its page chosen from it. No more is kept of each than
   * this needs: lists of thousands stay in the memory that a statement has.
   */
  private static String look(Query query) {
    return """
        with seen as materialized (
          select user_task_key, assignee = :person as is_mine,
                 candidate_groups && :groups::text[] as is_offered, due_at, created_at, %2$s as first
            %1$s),
        counted as (
          select count(*) filter (where is_mine) as mine,
                 count(*) filter (where is_offered) as offered, count(*) as seen
            from seen)
        select mine, offered, seen, user_task_key
          from counted left join lateral (
            select user_task_key, row_number() over (order by %4$s) as nth
              from seen where %3$s order by %4$s limit :size offset :offset) shown on true
         order by nth
        """
        .formatted(
            from(query.filter()), first(query.order()), in(query.scope()), by(query.order()));
  }

  private List<HumanTask> inOrder(List<Long> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql("select * from task where user_task_key = any(:keys::bigint[])")
        .param("keys", keys.toArray(Long[]::new))
        .query(TaskTable::read)
        .list()
        .stream()
        .sorted(comparingInt(task -> keys.indexOf(task.key())))
        .toList();
  }

  /** A page beyond the end has the counts all the same, with no task. */
  private record Row(Counts counts, @Nullable Long task) {}

  private static String in(@Nullable Scope scope) {
    return switch (scope) {
      case MINE -> "is_mine";
      case GROUP -> "is_offered";
      case ALL -> "true";
      case null -> "case when mine > 0 then is_mine else is_offered end";
    };
  }

  /** What comes before dates in an order; null where nothing does. */
  private static String first(Order order) {
    return switch (order) {
      case DUE, AGE -> "null::text";
      case SEVERITY -> "array_position('{CRITICAL,HIGH,MEDIUM,LOW}'::text[], severity)";
      case DESK -> "desk";
      case TYPE -> "array_position('{%s}'::text[], type)".formatted(TYPES);
    };
  }

  private static String by(Order order) {
    return switch (order) {
      case DUE -> "due_at, created_at, user_task_key";
      case AGE -> "created_at, user_task_key";
      case SEVERITY, DESK, TYPE -> "first, due_at, created_at, user_task_key";
    };
  }

  /** Only what is asked for: a condition that asks for nothing would cost the planner its index. */
  private static String from(TaskFilter filter) {
    var conditions =
        new StringBuilder(" from task where ")
            .append(filter.state() == null ? "state in ('CREATED', 'CLAIMED')" : "state = :state");
    add(conditions, filter.reference(), "reference = :reference");
    add(conditions, filter.dueBefore(), "due_at < :dueBefore::timestamptz");
    add(conditions, filter.type(), "type = :type");
    add(conditions, filter.severity(), "severity = :severity");
    add(conditions, filter.desk(), "desk = :desk");
    add(
        conditions,
        filter.words(),
        "(lower(name) like lower(:words)"
            + " or reference in (select k.reference from known_with_words(lower(:words)) k))");
    return conditions.toString();
  }

  private static void add(StringBuilder conditions, @Nullable Object asked, String condition) {
    if (asked != null) {
      conditions.append(" and ").append(condition);
    }
  }

  private static Map<String, @Nullable Object> parameters(Person person, TaskFilter filter) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("person", person.id().value());
    parameters.put("groups", person.groups().toArray(String[]::new));
    parameters.put("state", filter.state() == null ? null : filter.state().name());
    parameters.put("reference", filter.reference());
    parameters.put("dueBefore", TaskTable.timestamp(filter.dueBefore()));
    parameters.put("type", filter.type() == null ? null : filter.type().name());
    parameters.put("severity", filter.severity() == null ? null : filter.severity().name());
    parameters.put("desk", filter.desk());
    parameters.put("words", containing(filter.words()));
    return parameters;
  }

  private static @Nullable String containing(@Nullable String words) {
    return words == null
        ? null
        : "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
