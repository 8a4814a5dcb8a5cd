package dev.candor.studio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.studio.Finding;
import dev.candor.support.LongComputation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Edits that would go wrong later, kept as files: each replaces one file of a small sound set and
 * is refused with the line kept beside it.
 */
@LongComputation
class BrokenEditsTests {

  private static final Path FOLDER = Path.of("src/test/resources/process-check");

  @Test
  void shouldFindNothingInASoundSet() {
    var sound = ServiceCheck.in(FOLDER.resolve("sound"));
    assertThat(ServiceCheck.ofSmallSets().findings(sound)).isEmpty();
  }

  @Test
  void shouldFindNothingInOurOwnSet() {
    var ours = ServiceCheck.in(Path.of("processes"));
    assertThat(ServiceCheck.ofTheService().findings(ours)).isEmpty();
  }

  @Test
  void shouldMissWhatTheServiceBeginsAndAsksByItself() {
    var sound = ServiceCheck.in(FOLDER.resolve("sound"));
    assertThat(ServiceCheck.ofTheService().findings(sound))
        .extracting(Finding::toString)
        .containsExactly(
            "set: SensitiveRequestProcess: is missing, and every flag begins it; add its diagram",
            "set: deadlines: is missing, and the service asks it; add deadlines.dmn",
            "set: deskCalendar: is missing, and the service asks it; add deskCalendar.dmn");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void shouldRefuseWithTheLineBesideIt(Path edit) throws IOException {
    // given a sound set with one file replaced
    var set = ServiceCheck.in(FOLDER.resolve("sound")).with(ServiceCheck.in(edit));

    // when it is checked, then every finding is as it is written down
    var expected = Files.readAllLines(edit.resolve("expected.txt"));
    assertThat(ServiceCheck.ofSmallSets().findings(set))
        .extracting(Finding::toString)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Path> edits() throws IOException {
    try (var folders = Files.list(FOLDER.resolve("broken"))) {
      return folders.sorted().toList().stream();
    }
  }
}
