package dev.candor.studio.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The rules for diagrams that the build holds them to (bpmnlint, Camunda's, ours), as one script
 * run in this JVM: no Node is needed. It is loaded at the first question that the build did not
 * answer, and kept warm; one at a time asks. The script sees its arguments and nothing of this
 * machine.
 */
@Component
class DiagramRules implements AutoCloseable {

  private static final String SCRIPT = "diagram-check.js";
  private static final int MOST_KNOWN = 64;

  private final ReportsOfTheBuild ours = ReportsOfTheBuild.read();
  private final ObjectMapper json = new ObjectMapper();
  private final ConcurrentLruCache<Diagram, DiagramReport> known =
      new ConcurrentLruCache<>(MOST_KNOWN, this::examine);
  private @Nullable Context context;

  /** What there is to say of a diagram kept in a file of this name. */
  DiagramReport examine(String file, String xml) {
    return ours.of(file, xml).orElseGet(() -> workOut(file, xml));
  }

  /** The same by the script, whatever the build said: the first answer takes longest. */
  DiagramReport workOut(String file, String xml) {
    return known.get(new Diagram(file, xml));
  }

  private synchronized DiagramReport examine(Diagram diagram) {
    var answer = new Answer();
    loaded()
        .getBindings("js")
        .getMember("examineDiagram")
        .execute(diagram.file(), diagram.xml())
        .invokeMember("then", answer.taken(), answer.failed());
    try {
      return json.readValue(answer.text(), DiagramReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The check of diagrams answers what is no report", e);
    }
  }

  @Override
  public synchronized void close() {
    if (context != null) {
      context.close(true);
      context = null;
    }
  }

  private Context loaded() {
    if (context == null) {
      // A stock JVM interprets the script; that this is slower than compiled needs no warning.
      var fresh = Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
      fresh.eval(script());
      context = fresh;
    }
    return context;
  }

  private static Source script() {
    var place = Objects.requireNonNull(DiagramRules.class.getResourceAsStream(SCRIPT), SCRIPT);
    try (var text = new InputStreamReader(place, StandardCharsets.UTF_8)) {
      return Source.newBuilder("js", text, SCRIPT).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Diagram(String file, String xml) {}

  /** A promise's answer; it is there when the script has come to rest. */
  private static final class Answer {

    private @Nullable String text;
    private @Nullable String trouble;

    ProxyExecutable taken() {
      return values -> {
        text = values[0].asString();
        return null;
      };
    }

    ProxyExecutable failed() {
      return (Value... values) -> {
        trouble = values[0].toString();
        return null;
      };
    }

    String text() {
      if (text == null) {
        throw new IllegalStateException("The check of diagrams failed: " + trouble);
      }
      return text;
    }
  }
}
