package dev.candor.studio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.studio.Releases;
import dev.candor.studio.StudioSettings;
import dev.candor.support.CandorForOwners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** In development a saved file is in force a moment later, or its findings are told. */
@CandorForOwners
class WatchedFolderTests {

  private static final String TABLE = "desk.dmn";

  @TempDir Path folder;

  private final ProcessSets sets;
  private final Releases releases;
  private final Clock clock;

  @Autowired
  WatchedFolderTests(ProcessSets sets, Releases releases, Clock clock) {
    this.sets = sets;
    this.releases = releases;
    this.clock = clock;
  }

  @Test
  void shouldDeployWhatIsSavedAndTellWhatIsWrong() throws IOException {
    // given a watched folder with what is in force
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    var inForce = sets.files(sets.current().orElseThrow().number());
    for (var name : inForce.names()) {
      Files.write(folder.resolve(name), inForce.content(name));
    }
    var watched = new WatchedFolder(new StudioSettings(folder), releases, clock);
    watched.start();
    try {
      // when a table is saved
      var text = inForce.text(TABLE);
      save(text.replaceFirst("</description>", " Saved in the folder.</description>"));

      // then it is in force
      await().atMost(Duration.ofMinutes(2)).until(() -> watched.last().isPresent());
      assertThat(watched.last().orElseThrow().findings()).isEmpty();
      var deployed = sets.current().orElseThrow();
      assertThat(deployed.origin()).isEqualTo(Origin.FOLDER);
      assertThat(deployed.number()).isEqualTo(watched.last().orElseThrow().set());

      // when it is saved broken
      save(text.replaceFirst("</definitions>", ""));

      // then what is wrong is told, and nothing else happens
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !watched.last().orElseThrow().findings().isEmpty());
      assertThat(watched.last().orElseThrow().findings())
          .singleElement()
          .asString()
          .startsWith("desk.dmn: file: is not XML");
      assertThat(sets.current()).contains(deployed);
    } finally {
      watched.stop();
    }
  }

  private void save(String text) throws IOException {
    Files.writeString(folder.resolve(TABLE), text);
  }
}
