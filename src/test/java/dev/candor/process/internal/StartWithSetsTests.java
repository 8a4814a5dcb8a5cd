package dev.candor.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.support.CandorForOwners;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which set a start deploys. */
@CandorForOwners
class StartWithSetsTests {

  private final CamundaProcessSets sets;

  @Autowired
  StartWithSetsTests(CamundaProcessSets sets) {
    this.sets = sets;
  }

  @BeforeEach
  void awaitTheFirstSet() {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
  }

  @Test
  void shouldKeepWhatAnOwnerDeployedOverARestart() {
    // given the service's own set, and a changed table in force
    var own = sets.files(1);
    var changed = own.with(table(own, "In force since the owner's change."));
    var uploaded = sets.deploy(changed, Origin.UPLOAD, "owner");

    // when the same service starts again
    var started = sets.start(own);

    // then the owner's set stays in force
    assertThat(started.deployed().sha256()).isEqualTo(changed.sha256());
    assertThat(sets.current()).contains(uploaded);
  }

  @Test
  void shouldTakeTheSetOfANewerServiceAndSayWhatItReplaced() {
    // given a set of an owner in force
    var own = sets.files(1);
    var uploaded =
        sets.deploy(own.with(table(own, "The owner's.")), ProcessSets.Origin.UPLOAD, "owner");

    // when a service starts whose own set was never seen here
    var newer = own.with(table(own, "Came with a newer service."));
    var started = sets.start(newer);

    // then that one is in force, and the owner's is kept
    assertThat(started.deployed().sha256()).isEqualTo(newer.sha256());
    assertThat(started.replaced()).contains(uploaded);
    assertThat(sets.current().orElseThrow().origin()).isEqualTo(Origin.SERVICE);
    assertThat(sets.files(uploaded.number()).text("desk.dmn")).contains("The owner's.");
  }

  private static FileSet table(FileSet set, String comment) {
    var text =
        set.text("desk.dmn").replaceFirst("</description>", " " + comment + "</description>");
    return FileSet.of(Map.of("desk.dmn", text.getBytes(StandardCharsets.UTF_8)));
  }
}
