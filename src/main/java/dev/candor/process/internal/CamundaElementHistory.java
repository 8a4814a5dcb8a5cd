package dev.candor.process.internal;

import dev.candor.process.ElementHistory;
import dev.candor.process.EngineUnavailable;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.filter.ElementInstanceFilter;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.sort.ElementInstanceSort;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By searching element instances, which every Camunda from 8.8 on answers. */
@Component
class CamundaElementHistory implements ElementHistory {

  private final CamundaClient camunda;
  private final CaseReferencesOf references;

  CamundaElementHistory(CamundaClient camunda, CaseReferencesOf references) {
    this.camunda = camunda;
    this.references = references;
  }

  @Override
  public Page ended(Instant since, @Nullable String after) {
    return search(
        filter ->
            filter
                .state(
                    state ->
                        state.in(ElementInstanceState.COMPLETED, ElementInstanceState.TERMINATED))
                .endDate(date -> date.gte(since.atOffset(ZoneOffset.UTC))),
        sort -> sort.endDate().asc(),
        after);
  }

  @Override
  public Page running(Instant since, @Nullable String after) {
    return search(
        filter ->
            filter
                .state(ElementInstanceState.ACTIVE)
                .startDate(date -> date.gte(since.atOffset(ZoneOffset.UTC))),
        sort -> sort.startDate().asc(),
        after);
  }

  @Override
  public Map<Long, String> references(Collection<Long> processInstances) {
    return asked(() -> references.instances(processInstances));
  }

  @Override
  public int version(long definitionKey) {
    try {
      return camunda.newProcessDefinitionGetRequest(definitionKey).send().join().getVersion();
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      if (failure.kind() == EngineFailure.Kind.UNKNOWN) {
        return 0;
      }
      throw new EngineUnavailable(failure);
    }
  }

  private Page search(
      Consumer<ElementInstanceFilter> filter,
      Consumer<ElementInstanceSort> sort,
      @Nullable String after) {
    var answer =
        asked(
            () ->
                camunda
                    .newElementInstanceSearchRequest()
                    .filter(filter)
                    .sort(sort)
                    .page(
                        page -> {
                          page.limit(PAGE);
                          if (after != null) {
                            page.after(after);
                          }
                        })
                    .send()
                    .join());
    List<Pass> passes = answer.items().stream().map(CamundaElementHistory::pass).toList();
    return new Page(passes, passes.size() < PAGE ? null : answer.page().endCursor());
  }

  private static Pass pass(ElementInstance element) {
    return new Pass(
        element.getElementInstanceKey(),
        element.getProcessInstanceKey(),
        element.getProcessDefinitionKey(),
        element.getProcessDefinitionId(),
        element.getElementId(),
        Objects.requireNonNullElse(element.getElementName(), element.getElementId()),
        element.getType().name(),
        element.getStartDate().toInstant(),
        instant(element.getEndDate()),
        element.getState() == ElementInstanceState.COMPLETED);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime date) {
    return date == null ? null : date.toInstant();
  }

  private static <T> T asked(Supplier<T> request) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      throw new EngineUnavailable(EngineFailure.of(e));
    }
  }
}
