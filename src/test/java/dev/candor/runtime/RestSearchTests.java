package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searches with filters, order and pages, through the official client. */
class RestSearchTests extends RestTest {

  private static long definition;
  private static List<Long> instances;

  @BeforeAll
  static void fill() {
    definition =
        deploy(oneTask("many", "one-of-many")).getProcesses().getFirst().getProcessDefinitionKey();
    instances = IntStream.range(0, 7).mapToObj(i -> create("many", Map.of("place", i))).toList();
    client.newCancelInstanceCommand(instances.get(3)).send().join();
  }

  @Test
  void shouldFilterByAnyOperator() {
    assertThat(
            keys(
                client
                    .newProcessInstanceSearchRequest()
                    .filter(
                        f ->
                            f.processDefinitionId(id -> id.like("m?n*"))
                                .state(state -> state.neq(ProcessInstanceState.TERMINATED))
                                .processInstanceKey(k -> k.in(instances.get(3), instances.get(4)))
                                .endDate(end -> end.exists(false)))
                    .send()
                    .join()))
        .containsExactly(instances.get(4));
    assertThat(
            keys(
                client
                    .newProcessInstanceSearchRequest()
                    .filter(f -> f.variables(Map.of("place", 5)))
                    .send()
                    .join()))
        .containsExactly(instances.get(5));
    assertThat(
            keys(
                client
                    .newProcessInstanceSearchRequest()
                    .filter(
                        f ->
                            f.processDefinitionId("many")
                                .orFilters(
                                    List.of(
                                        or -> or.processInstanceKey(instances.get(0)),
                                        or -> or.state(ProcessInstanceState.TERMINATED))))
                    .send()
                    .join()))
        .containsExactly(instances.get(0), instances.get(3));
  }

  @Test
  void shouldPageByOffsetInTheOrderAskedFor() {
    // when
    SearchResponse<ProcessInstance> page =
        client
            .newProcessInstanceSearchRequest()
            .filter(f -> f.processDefinitionKey(definition))
            .sort(by -> by.processInstanceKey().desc())
            .page(p -> p.from(1).limit(2))
            .send()
            .join();

    // then
    assertThat(keys(page)).containsExactly(instances.get(5), instances.get(4));
    assertThat(page.page().totalItems()).isEqualTo(7);
  }

  @Test
  void shouldPageByCursorForthAndBack() {
    // when
    List<Long> forth = new ArrayList<>();
    SearchResponse<ProcessInstance> page = after(null);
    while (!page.items().isEmpty()) {
      forth.addAll(keys(page));
      page = after(page.page().endCursor());
    }
    String third = after(after(null).page().endCursor()).page().endCursor();
    var back =
        client
            .newProcessInstanceSearchRequest()
            .filter(f -> f.processDefinitionId("many"))
            .sort(by -> by.state().asc())
            .page(p -> p.before(third).limit(2))
            .send()
            .join();

    // then
    List<Long> activeFirst = new ArrayList<>(instances);
    activeFirst.remove(instances.get(3));
    activeFirst.add(instances.get(3));
    assertThat(forth).isEqualTo(activeFirst);
    assertThat(keys(back)).isEqualTo(activeFirst.subList(1, 3));
  }

  private static SearchResponse<ProcessInstance> after(String cursor) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(f -> f.processDefinitionId("many"))
        .sort(by -> by.state().asc())
        .page(p -> (cursor == null ? p : p.after(cursor)).limit(2))
        .send()
        .join();
  }

  @Test
  void shouldShowWhereAnInstanceStandsAndHowItGotThere() {
    // when
    var standing =
        client
            .newElementInstanceSearchRequest()
            .filter(f -> f.processInstanceKey(instances.get(0)).state(ElementInstanceState.ACTIVE))
            .send()
            .join();
    var flows = client.newProcessInstanceSequenceFlowsRequest(instances.get(0)).send().join();
    String xml = client.newProcessDefinitionGetXmlRequest(definition).send().join();

    // then
    assertThat(standing.singleItem().getElementId()).isEqualTo("task");
    assertThat(flows).hasSize(1);
    assertThat(xml).contains("one-of-many").contains(flows.getFirst().getElementId());
  }

  @Test
  void shouldFindVariablesAndJobs() {
    assertThat(
            client
                .newVariableSearchRequest()
                .filter(f -> f.name("place").processInstanceKey(instances.get(6)))
                .send()
                .join()
                .singleItem()
                .getValue())
        .isEqualTo("6");
    assertThat(
            client
                .newJobSearchRequest()
                .filter(f -> f.type("one-of-many").retries(r -> r.gte(3)))
                .send()
                .join()
                .page()
                .totalItems())
        .isEqualTo(7);
  }

  @Test
  void shouldSayWhatIsUnknown() {
    assertThatThrownBy(() -> client.newProcessInstanceGetRequest(42).send().join())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(404));
    assertThat(post("/v2/user-tasks/search", "{\"filter\":{\"colour\":\"red\"}}").statusCode())
        .isEqualTo(400);
    assertThat(post("/v2/user-tasks/search", "{\"sort\":[{\"field\":\"colour\"}]}").statusCode())
        .isEqualTo(400);
    assertThat(post("/v2/user-tasks/search", "{\"page\":{\"limit\":-1}}").statusCode())
        .isEqualTo(400);
  }

  private static List<Long> keys(SearchResponse<ProcessInstance> found) {
    return found.items().stream().map(ProcessInstance::getProcessInstanceKey).toList();
  }
}
