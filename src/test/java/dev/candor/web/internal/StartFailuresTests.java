package dev.candor.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.NothingBeside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@NothingBeside
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTests {

  @Test
  void shouldSayInOneLineThatThePortIsInUseAndWhatToDo(CapturedOutput output) {
    var analysis = new PortInUseAnalyzer().analyze(new PortInUseException(8080));

    new OneLineFailureReporter().report(analysis);

    assertThat(lines(output))
        .containsExactly(
            "Candor cannot start: port 8080 is in use. Stop what uses it, or choose another one with"
                + " --server.port=<port>.");
  }

  @Test
  void shouldMakeOneLineOfAnybodysAnalysis(CapturedOutput output) {
    var cause = new IllegalStateException("secret");

    new OneLineFailureReporter().report(new FailureAnalysis("One\n  two.\n", "Do\r\nthis.", cause));

    assertThat(lines(output)).containsExactly("Candor cannot start: One two. Do this.");
  }

  @Test
  void shouldDoWithoutAnAction(CapturedOutput output) {
    new OneLineFailureReporter().report(new FailureAnalysis("It broke", null, new Exception()));

    assertThat(lines(output)).containsExactly("Candor cannot start: It broke.");
  }

  private static Iterable<String> lines(CapturedOutput output) {
    return output
        .toString()
        .lines()
        .filter(line -> line.contains("cannot start"))
        .map(line -> line.substring(line.indexOf("Candor cannot start")))
        .toList();
  }
}
