package dev.candor.studio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.support.CandorForOwners;
import dev.candor.support.HttpCall;
import dev.candor.support.Upload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Diagrams, tables and forms over HTTP. */
@CandorForOwners
class ProcessesApiTests {

  private static final String DESK = "desk.dmn";
  private static final Path BROKEN = Path.of("src/test/resources/process-check/broken");

  @LocalServerPort int port;
  private final ProcessSets sets;

  @Autowired
  ProcessesApiTests(ProcessSets sets) {
    this.sets = sets;
  }

  @BeforeEach
  void awaitTheFirstSet() {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
  }

  @Test
  void shouldShowWhatCameWithTheService() {
    var first = sets.find(1).orElseThrow();

    assertThat(first.origin()).isEqualTo(Origin.SERVICE);
    assertThat(first.versions()).extracting(ProcessSets.Version::kind).contains(Kind.values());
    var answer = HttpCall.to(port, "/api/processes").as("owner").get();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            json(answer.body()).path("items").valueStream().map(set -> set.path("number").asInt()))
        .contains(1);
  }

  @Test
  void shouldBeForProcessOwnersOnly() {
    assertThat(HttpCall.to(port, "/api/processes").as("counsel").get().statusCode()).isEqualTo(403);
    assertThat(Upload.of(port, "counsel", Map.of(DESK, Upload.ours(DESK))).statusCode())
        .isEqualTo(403);
    assertThat(HttpCall.to(port, "/api/processes/1/files").as("admin").get().statusCode())
        .isEqualTo(403);
  }

  @Test
  void shouldDeployNothingOfASetWithFindings() throws Exception {
    // given a sound table and a broken form
    var before = sets.current().orElseThrow();
    var broken = Files.readString(BROKEN.resolve("words-for-the-engine/regional-review.form"));

    // when both are sent
    var answer =
        Upload.of(
            port,
            "owner",
            Map.of(
                DESK, changed("nothing of this comes into force"), "regional-review.form", broken));

    // then the finding is answered, and nothing has changed
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer.body()).path("findings").valueStream().map(f -> f.path("line").asText()))
        .containsExactly(
            "regional-review.form: rationale: gives what people write to the engine; take the"
                + " property candor:engine away; only choices may have it");
    assertThat(sets.current()).contains(before);
  }

  @Test
  void shouldTellWhatOnlyTheEngineFindsInTheSameWay() {
    // given a table that reads well and that the engine cannot parse
    var unreadable =
        Upload.ours(DESK).replaceFirst("<text>market</text>", "<text>market ( </text>");

    // when it is sent
    var answer = Upload.of(port, "owner", Map.of(DESK, unreadable));

    // then the engine's reason is a finding of that file
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer.body()).path("findings").valueStream())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.path("file").asText()).isEqualTo(DESK));
  }

  @Test
  void shouldDeployAChangedTableAndAnEarlierSetAgain() {
    // given what is in force
    var before = sets.current().orElseThrow();

    // when a changed table is sent
    var answer = Upload.of(port, "owner", Map.of(DESK, changed("Deployed by a test.")));

    // then it is in force as a new version, and the other files as they were
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var now = sets.current().orElseThrow();
    assertThat(now.by()).isEqualTo("owner");
    assertThat(now.origin()).isEqualTo(Origin.UPLOAD);
    assertThat(now.changed()).containsExactly(DESK);
    assertThat(version(now, "desk")).isGreaterThan(version(before, "desk"));
    assertThat(sets.files(now.number()).text(DESK)).contains("Deployed by a test.");

    // when the same is sent once more, then nothing happens
    var repeated = Upload.of(port, "owner", Map.of(DESK, changed("Deployed by a test.")));
    assertThat(json(repeated.body()).path("anew").asBoolean(true)).isFalse();
    assertThat(sets.current()).contains(now);

    // when the earlier set is deployed again
    var again =
        HttpCall.to(port, "/api/processes/" + before.number() + "/deploy")
            .as("owner")
            .method("POST");

    // then its files are in force, as a new set
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    var back = sets.current().orElseThrow();
    assertThat(back.origin()).isEqualTo(Origin.EARLIER);
    assertThat(back.number()).isGreaterThan(now.number());
    assertThat(back.sha256()).isEqualTo(before.sha256());
  }

  @Test
  void shouldRefuseWhatIsNoProcessFile() {
    var answer = Upload.of(port, "owner", Map.of("notes.txt", "hello"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("neither a diagram, a table nor a form");
    assertThat(Upload.of(port, "owner", Map.of()).statusCode()).isEqualTo(400);
  }

  private static String changed(String comment) {
    return Upload.ours(DESK).replaceFirst("</description>", " " + comment + "</description>");
  }

  private static int version(ProcessSets.DeployedSet set, String id) {
    return set.versions().stream()
        .filter(version -> version.id().equals(id))
        .findFirst()
        .orElseThrow()
        .version();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
