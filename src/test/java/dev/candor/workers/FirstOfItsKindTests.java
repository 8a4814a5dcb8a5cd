package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.OTHER_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.JobTypes;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.WorkerTest;
import dev.candor.workers.GatherSimilarCasesWorker.Opened;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody ever asked for anything like it: whoever looks for similar cases finds none. */
@CandorTest
class FirstOfItsKindTests {

  @LocalServerPort int port;
  @Autowired CountSimilarCasesWorker countSimilarCases;
  @Autowired GatherSimilarCasesWorker gatherSimilarCases;

  @Test
  @WorkerTest(
      value = OTHER_OUTCOME,
      of = {
        JobTypes.FIND_PRECEDENTS,
        JobTypes.COUNT_SIMILAR_CASES,
        JobTypes.GATHER_SIMILAR_CASES,
        JobTypes.GATHER_DOSSIER
      })
  void shouldFindNothingThatIsLikeIt() {
    // given
    var flag = ExampleRequests.embassy();
    flag.put("type", "POLICY_CHANGE");
    flag.put("principalKind", "STATE_COMPANY");
    flag.put("principalCountry", "TV");
    flag.put("ask", "Lagoons.");
    var route = new Route(port);
    var reference = route.flag("employee", flag);
    route.offered("desk-uk", reference, Route.REVIEW);

    // when
    gatherSimilarCases.gather(new Opened(reference, "discussion-of-" + reference));
    route.step("communications", reference, "press-inquiry", Map.of("text", "Words."));
    route.offered("communications", reference, "Task_DraftStatement");

    // then
    var file = route.caseOf("desk-uk", reference);
    assertThat(file.path("timeline"))
        .extracting(entry -> entry.path("what").asText())
        .contains("PRECEDENTS_FOUND");
    assertThat(file.path("handling").path("precedents")).isEmpty();
    assertThat(countSimilarCases.count(new CaseVariables(reference)).similarCases()).isOne();
    assertThat(file.path("policyDiscussions").path(0).path("similarCases").isArray()).isTrue();
    assertThat(file.path("policyDiscussions").path(0).path("similarCases")).isEmpty();
    assertThat(file.path("pressInquiries").path(0).path("dossier").isArray()).isTrue();
    assertThat(file.path("pressInquiries").path(0).path("dossier")).isEmpty();
  }
}
