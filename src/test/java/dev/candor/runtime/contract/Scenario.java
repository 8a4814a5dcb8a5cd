package dev.candor.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The steps that the contract's operations are driven by, in words. */
final class Scenario {

  static final long NOBODY = 4_611_686_018_427_387_903L;

  private final CheckedApi api;

  Scenario(CheckedApi api) {
    this.api = api;
  }

  /** Deploys files, by name, in one multipart body. */
  JsonNode deploy(Map<String, String> files) {
    return api.upload("POST /deployments", "multipart/form-data; boundary=part", multipart(files));
  }

  static String multipart(Map<String, String> files) {
    StringBuilder body = new StringBuilder();
    files.forEach(
        (name, content) ->
            body.append("--part\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
    return body.append("--part--\r\n").toString();
  }

  /** The key of a new instance. */
  String start(String processId, Map<String, Object> variables) {
    return api.ok(
            "POST /process-instances",
            Map.of("processDefinitionId", processId, "variables", variables))
        .get("processInstanceKey")
        .asText();
  }

  /** The only job of a type, taken for a while. */
  JsonNode job(String type) {
    JsonNode jobs =
        api.ok(
                "POST /jobs/activation",
                Map.of("type", type, "timeout", 600_000, "maxJobsToActivate", 1, "worker", "w"))
            .get("jobs");
    if (jobs.size() != 1) {
      throw new AssertionError("no job of type " + type);
    }
    return jobs.get(0);
  }

  /** The key of the one thing of a search by one property. */
  String only(String search, String key, Map<String, Object> filter) {
    JsonNode items = api.ok(search, Map.of("filter", filter)).get("items");
    if (items.size() != 1) {
      throw new AssertionError("not one of " + filter + " but " + items);
    }
    return items.get(0).get(key).asText();
  }

  /** The open task of an instance. */
  String task(String instance) {
    return only("POST /user-tasks/search", "userTaskKey", Map.of("processInstanceKey", instance));
  }

  /** A running pass through an element. */
  String element(String instance, String elementId) {
    return only(
        "POST /element-instances/search",
        "elementInstanceKey",
        Map.of("processInstanceKey", instance, "elementId", elementId, "state", "ACTIVE"));
  }

  /** An instance that waits for somebody to mend its job. */
  String incident(String instance) {
    api.ok(
        "POST /jobs/{jobKey}/failure",
        Map.of("retries", 0, "errorMessage", "broken", "variables", Map.of("why", "age")),
        job("work").get("jobKey").asText());
    return only("POST /incidents/search", "incidentKey", Map.of("processInstanceKey", instance));
  }
}
