package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import dev.candor.web.Message;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The three ways to a task: the desk's page, the HTTP API, and a client that goes to the engine.
 * Each answers why it was refused; an empty text says that it was done.
 */
record Doors(MockMvcTester browser, Route route, CamundaClient camunda, EveryRow rows) {

  private static final ObjectMapper JSON = new ObjectMapper();

  enum Door {
    PAGE,
    API,
    CLIENT
  }

  String claim(Door door, String person, String task) {
    return switch (door) {
      case PAGE -> press(person, task, "claim", Map.of());
      case API -> reason(route.claim(person, task));
      case CLIENT -> reason(camunda.newAssignUserTaskCommand(key(task)).assignee(person));
    };
  }

  /** The client brings what this person entered, as if their service had kept it. */
  String complete(Door door, String person, String task, Map<String, Object> values) {
    return switch (door) {
      case PAGE -> sendTheForm(person, task, values);
      case API -> reason(route.complete(person, task, values));
      case CLIENT ->
          reason(
              camunda
                  .newCompleteUserTaskCommand(key(task))
                  .variable("submission", kept(person, task)));
    };
  }

  /**
   * Gives the task away. A client of the engine has no word for who asks, nor for delegating: it
   * changes the holder.
   *
   * @param how {@code assign} or {@code delegate}
   */
  String give(Door door, String how, String person, String task, String to) {
    return switch (door) {
      case PAGE -> press(person, task, how, Map.of("person", to));
      case API ->
          reason(route.as(person).post("/api/tasks/" + task + "/" + how, Map.of("person", to)));
      case CLIENT ->
          reason(camunda.newAssignUserTaskCommand(key(task)).assignee(to).allowOverride(true));
    };
  }

  private String press(String person, String task, String button, Map<String, String> fields) {
    var form = browser.post().uri("/desk/" + task + "/" + button).with(user(person)).with(csrf());
    fields.forEach((name, value) -> form.param(name, value));
    var answer = form.exchange();
    var said = answer.getMvcResult().getFlashMap().get("message");
    return said instanceof Message message ? message.text() : refusal(answer);
  }

  private String sendTheForm(String person, String task, Map<String, Object> values) {
    try {
      return refusal(
          browser
              .post()
              .uri("/desk/" + task + "/complete")
              .with(user(person))
              .with(csrf())
              .contentType(MediaType.APPLICATION_JSON)
              .content(JSON.writeValueAsString(values))
              .exchange());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String refusal(MvcTestResult answer) {
    try {
      return answer.getResponse().getStatus() < 400
          ? ""
          : answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    return answer.status() < 400 ? "" : answer.json().path("detail").asText();
  }

  private static String reason(FinalCommandStep<?> command) {
    try {
      command.send().join();
      return "";
    } catch (ClientException refused) {
      return refused.getMessage();
    }
  }

  private String kept(String person, String task) {
    var submission = UUID.randomUUID();
    rows.sql("insert into submission values (?, ?, ?, '{}', now(), null)")
        .params(submission, key(task), person)
        .update();
    return submission.toString();
  }

  private static long key(String task) {
    return Long.parseLong(task);
  }
}
