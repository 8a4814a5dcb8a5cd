package dev.candor.process.internal;

import io.camunda.client.api.search.response.Incident;
import java.util.Locale;

/** An incident's cause for people who know their diagrams and no stack traces. */
final class IncidentCause {

  private IncidentCause() {}

  static String inWords(Incident incident) {
    var said = incident.getErrorMessage() == null ? "" : incident.getErrorMessage().strip();
    return switch (incident.getErrorType()) {
      case JOB_NO_RETRIES -> failed("The worker", incident, said);
      case TASK_LISTENER_NO_RETRIES -> failed("The listener that tells the desk", incident, said);
      case EXECUTION_LISTENER_NO_RETRIES -> failed("A listener of the step", incident, said);
      case UNHANDLED_ERROR_EVENT ->
          "The worker ended the step with an error that the diagram does not catch: " + said;
      case CONDITION_ERROR -> "No flow could be chosen: " + said;
      case CALLED_DECISION_ERROR, DECISION_EVALUATION_ERROR -> "The table gave no answer: " + said;
      case CALLED_ELEMENT_ERROR -> "The called process could not be begun: " + said;
      case FORM_NOT_FOUND -> "The task's form is not deployed: " + said;
      case IO_MAPPING_ERROR -> "A variable could not be passed on: " + said;
      case EXTRACT_VALUE_ERROR -> "An expression of the step gave no value of use: " + said;
      default -> readable(incident) + said;
    };
  }

  private static String failed(String who, Incident incident, String why) {
    return "%s failed and used up its retries. %s. The log has it under job %s."
        .formatted(who, why.isEmpty() ? "It did not say why" : why, incident.getJobKey());
  }

  private static String readable(Incident incident) {
    var words = incident.getErrorType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ": ";
  }
}
