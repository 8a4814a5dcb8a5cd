package dev.candor.process.internal;

import io.camunda.client.CamundaClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which case a process instance carries: its variable {@code caseReference}. */
@Component
class CaseReferencesOf {

  private static final String VARIABLE = "caseReference";
  private static final int MOST = 1000;

  private final CamundaClient camunda;

  CaseReferencesOf(CamundaClient camunda) {
    this.camunda = camunda;
  }

  /** References by key of the process instance; those without one are left out. */
  Map<Long, String> instances(Collection<Long> keys) {
    var references = new HashMap<Long, String>();
    if (!keys.isEmpty()) {
      camunda
          .newVariableSearchRequest()
          .filter(
              filter -> filter.name(VARIABLE).processInstanceKey(key -> key.in(List.copyOf(keys))))
          .page(page -> page.limit(MOST))
          .send()
          .join()
          .items()
          .forEach(
              variable ->
                  references.put(
                      variable.getProcessInstanceKey(), variable.getValue().replace("\"", "")));
    }
    return references;
  }
}
