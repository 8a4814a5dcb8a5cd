package dev.candor.process.internal;

import dev.candor.process.CasesUnderWay;
import dev.candor.process.EngineUnavailable;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.MigrationPlanBuilderImpl;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.statistics.response.ProcessElementStatistics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Elements keep their place by their id; what the engine alone knows it says when it moves. */
@Component
class CamundaCasesUnderWay implements CasesUnderWay {

  private static final int MOST = 1000;

  private final CamundaClient camunda;
  private final CaseReferencesOf references;

  CamundaCasesUnderWay(CamundaClient camunda, CaseReferencesOf references) {
    this.camunda = camunda;
    this.references = references;
  }

  @Override
  public long running(long definitionKey) {
    return asked(
        () ->
            camunda
                .newProcessInstanceSearchRequest()
                .filter(
                    filter ->
                        filter
                            .processDefinitionKey(definitionKey)
                            .state(ProcessInstanceState.ACTIVE))
                .page(page -> page.limit(1))
                .send()
                .join()
                .page()
                .totalItems());
  }

  @Override
  public Map<String, Standing> perElement(long definitionKey) {
    var standing = new TreeMap<String, Standing>();
    for (var counts : statistics(definitionKey)) {
      if (counts.getActive() + counts.getIncidents() > 0) {
        standing.put(
            counts.getElementId(), new Standing(counts.getActive(), counts.getIncidents()));
      }
    }
    return standing;
  }

  @Override
  public List<Candidate> preview(long fromDefinition, long toDefinition) {
    var versions = versions(fromDefinition, toDefinition);
    var instances = instances(fromDefinition);
    var cases = references.instances(keys(instances));
    return instances.stream()
        .map(
            instance -> {
              var here = elements(instance.getProcessInstanceKey());
              return new Candidate(
                  instance.getProcessInstanceKey(),
                  cases.getOrDefault(instance.getProcessInstanceKey(), ""),
                  here.stream().map(CamundaCasesUnderWay::nameOf).distinct().toList(),
                  versions.hindrances(here.stream().map(ElementInstance::getElementId).toList()));
            })
        .toList();
  }

  @Override
  public List<Moved> move(long fromDefinition, long toDefinition, Collection<Long> instances) {
    var plan = plan(versions(fromDefinition, toDefinition), toDefinition);
    var cases = references.instances(instances);
    return instances.stream()
        .map(instance -> new Moved(cases.getOrDefault(instance, ""), moving(instance, plan)))
        .toList();
  }

  private String moving(long instance, MigrationPlan plan) {
    try {
      camunda.newMigrateProcessInstanceCommand(instance).migrationPlan(plan).send().join();
      return "";
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      return switch (failure.kind()) {
        case UNKNOWN -> "It has ended meanwhile";
        case UNREACHABLE -> "The engine does not answer";
        default -> "The engine refuses: " + failure.detail().replaceAll("\\s+", " ").strip();
      };
    }
  }

  private static MigrationPlan plan(TwoVersions versions, long toDefinition) {
    var plan = new MigrationPlanBuilderImpl();
    plan.withTargetProcessDefinitionKey(toDefinition);
    versions.same().forEach(id -> plan.addMappingInstruction(id, id));
    return plan.build();
  }

  private TwoVersions versions(long from, long to) {
    return asked(() -> new TwoVersions(xml(from), xml(to)));
  }

  private String xml(long definitionKey) {
    return camunda.newProcessDefinitionGetXmlRequest(definitionKey).send().join();
  }

  private List<ProcessElementStatistics> statistics(long definitionKey) {
    return asked(
        () -> camunda.newProcessDefinitionElementStatisticsRequest(definitionKey).send().join());
  }

  private List<ProcessInstance> instances(long definitionKey) {
    return asked(
        () ->
            camunda
                .newProcessInstanceSearchRequest()
                .filter(
                    filter ->
                        filter
                            .processDefinitionKey(definitionKey)
                            .state(ProcessInstanceState.ACTIVE))
                .sort(sort -> sort.processInstanceKey().asc())
                .page(page -> page.limit(MOST))
                .send()
                .join()
                .items());
  }

  /** Those it stands at: the process itself and sub-processes do not count as places. */
  private List<ElementInstance> elements(long instance) {
    return asked(
        () ->
            camunda
                .newElementInstanceSearchRequest()
                .filter(
                    filter ->
                        filter.processInstanceKey(instance).state(ElementInstanceState.ACTIVE))
                .page(page -> page.limit(MOST))
                .send()
                .join()
                .items()
                .stream()
                .filter(element -> element.getType() != ElementInstanceType.PROCESS)
                .toList());
  }

  private static String nameOf(ElementInstance element) {
    return Objects.requireNonNullElse(element.getElementName(), element.getElementId());
  }

  private static List<Long> keys(List<ProcessInstance> instances) {
    return instances.stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .collect(Collectors.toList());
  }

  private static <T> T asked(Supplier<T> request) {
    try {
      return request.get();
    } catch (RuntimeException e) {
      throw new EngineUnavailable(EngineFailure.of(e));
    }
  }
}
