package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.tasks.FindTasks.Counts;
import dev.candor.tasks.FindTasks.Found;
import dev.candor.tasks.FindTasks.Order;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.TaskFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

  private static final String MINE = "assignee = :person";
  private static final String GROUP = "candidate_groups && :groups::text[]";

  private final JdbcClient jdbc;

  TaskLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param recused cases this person stepped out of: nothing of them is found
   */
  Found find(Person person, Query query, Collection<CaseReference> recused) {
    var from = from(query.filter()) + " and " + in(query.scope());
    var parameters = parameters(person, query.filter(), recused);
    var total = jdbc.sql("select count(*)" + from).params(parameters).query(Long.class).single();
    parameters.put("size", query.size());
    parameters.put("offset", (long) query.page() * query.size());
    var items =
        jdbc.sql("select *" + from + by(query.order()) + " limit :size offset :offset")
            .params(parameters)
            .query(TaskTable::read)
            .list();
    return new Found(items, total, query.page(), query.size());
  }

  /** How many there are in each scope, in one look. */
  Counts counts(Person person, TaskFilter filter, Collection<CaseReference> recused) {
    return jdbc.sql(
            "select count(*) filter (where %s) as mine, count(*) filter (where %s) as offered,"
                    .formatted(MINE, GROUP)
                + " count(*) as seen"
                + from(filter))
        .params(parameters(person, filter, recused))
        .query(
            (row, number) ->
                new Counts(row.getLong("mine"), row.getLong("offered"), row.getLong("seen")))
        .single();
  }

  private static String in(Scope scope) {
    return switch (scope) {
      case MINE -> MINE;
      case GROUP -> GROUP;
      case ALL -> "true";
    };
  }

  private static String by(Order order) {
    var first =
        switch (order) {
          case DUE -> "due_at nulls last, created_at";
          case SEVERITY ->
              "array_position('{CRITICAL,HIGH,MEDIUM,LOW}'::text[], severity), due_at, created_at";
          case AGE -> "created_at";
        };
    return " order by " + first + ", user_task_key";
  }

  /** Only what is asked for: a condition that asks for nothing would cost the planner its index. */
  private static String from(TaskFilter filter) {
    var conditions =
        new StringBuilder(" from task where ")
            .append(filter.state() == null ? "state in ('CREATED', 'CLAIMED')" : "state = :state")
            .append(" and reference <> all(:recused::text[])");
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

  private static Map<String, @Nullable Object> parameters(
      Person person, TaskFilter filter, Collection<CaseReference> recused) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("person", person.id().value());
    parameters.put("groups", person.groups().toArray(String[]::new));
    parameters.put("recused", recused.stream().map(CaseReference::value).toArray(String[]::new));
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
