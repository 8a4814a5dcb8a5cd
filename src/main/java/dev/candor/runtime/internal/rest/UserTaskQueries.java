package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.projection.UserTaskRow;
import io.camunda.client.protocol.rest.UserTaskSearchQuery;
import io.camunda.client.protocol.rest.UserTaskVariableSearchQueryRequest;
import java.util.Optional;

/** The user tasks, with their forms and the variables they see. */
final class UserTaskQueries implements Resource {

  private final Searches searches;
  private final Projections read;

  UserTaskQueries(Searches searches, Projections read) {
    this.searches = searches;
    this.read = read;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(
            "/user-tasks/search",
            exchange ->
                searches.search(exchange, UserTaskSearchQuery.class, read.userTasks.table()))
        .get("/user-tasks/{userTaskKey}", at -> Reply.json(get(at)))
        .get("/user-tasks/{userTaskKey}/form", this::form)
        .post("/user-tasks/{userTaskKey}/variables/search", this::variables);
  }

  private UserTaskRow get(Exchange exchange) {
    return searches.get(exchange, "userTaskKey", "User task", read.userTasks.table());
  }

  private Reply form(Exchange exchange) {
    return FormView.reply(
        Optional.ofNullable(get(exchange).formKey()).flatMap(read.forms.table()::get));
  }

  private Reply variables(Exchange exchange) {
    boolean cut = VariableQueries.cut(exchange);
    return searches.search(
        exchange,
        UserTaskVariableSearchQueryRequest.class,
        read.variables.table(),
        read.variables.effectiveIn(get(exchange).elementInstanceKey()),
        row -> VariableView.of(row, cut));
  }
}
