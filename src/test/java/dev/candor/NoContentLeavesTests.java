package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.People;
import dev.candor.notification.MailBox;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.NothingBeside;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people write stays in the register: no mail, process variable or log line has a word. */
@NothingBeside
@CandorTest
@ExtendWith(OutputCaptureExtension.class)
class NoContentLeavesTests {

  private static final String CANARY = "kanarienvogel";

  @LocalServerPort int port;
  @Autowired CamundaClient camunda;
  @Autowired MailBox box;
  @Autowired People people;

  @Test
  void shouldKeepEveryWordInTheRegister(CapturedOutput output) {
    // given canaries in every field that takes words
    var route = new Route(port);
    var flag = ExampleRequests.foundingIncident();
    for (var field :
        new String[] {"sender", "relationship", "principal", "ask", "legalBasis", "audience"}) {
      flag.put(field, CANARY + " " + field);
    }
    flag.put("items", List.of(CANARY + " item"));
    // when the case goes all the way, past a wrong entry
    var reference = route.flag("employee", flag);
    var review = route.offered("desk-uk", reference, Route.REVIEW);
    route.claim("desk-uk", review);
    var wrong = route.complete("desk-uk", review, Map.of("recommendation", CANARY, CANARY, CANARY));
    assertThat(wrong.status()).isEqualTo(400);
    route.complete("desk-uk", review, Map.of("recommendation", "ESCALATE", "rationale", CANARY));
    route.workOff(
        "counsel",
        reference,
        Route.DECIDE_AS_COUNSEL,
        Map.of("outcome", "DECLINED", "rationale", CANARY, "dissent", CANARY));
    route.workOff("desk-uk", reference, Route.REPLY, Map.of("reply", CANARY));
    var file = route.awaitState("counsel", reference, "CLOSED");
    // then the register has them
    assertThat(file.toString()).contains(CANARY + " ask", CANARY + " item");
    assertThat(file.path("decision").path("rationale").asText()).isEqualTo(CANARY);
    // and nothing else has
    var variables =
        camunda.newVariableSearchRequest().page(page -> page.limit(10_000)).send().join().items();
    assertThat(variables).extracting(Variable::getName).contains("caseReference", "outcome");
    assertThat(variables).noneMatch(variable -> variable.getValue().contains(CANARY));
    var mails = people.all().stream().flatMap(person -> box.of(person.id()).stream()).toList();
    assertThat(mails).anyMatch(mail -> mail.subject().startsWith(reference));
    assertThat(mails).noneMatch(mail -> mail.toString().contains(CANARY));
    assertThat(output.getAll()).doesNotContain(CANARY);
  }
}
