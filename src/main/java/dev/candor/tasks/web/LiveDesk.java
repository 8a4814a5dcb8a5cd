package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.cases.CaseMarks;
import dev.candor.cases.CaseReference;
import dev.candor.tasks.DeskNews;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an open desk, and open cases, that it is time to look again (server-sent events). What
 * there is, and whether it is theirs to see, the page asks for as it always does: no event says
 * anything of a case but that it is not as it is shown. An open stream holds a connection, and no
 * thread.
 */
@RestController
class LiveDesk {

  /** As long as a session: after it the browser asks again, and is asked who it is. */
  private static final Duration LONGEST = Duration.ofHours(8);

  private final DeskNews news;
  private final CaseMarks marks;
  private final CurrentPerson currentPerson;

  LiveDesk(DeskNews news, CaseMarks marks, CurrentPerson currentPerson) {
    this.news = news;
    this.marks = marks;
    this.currentPerson = currentPerson;
  }

  /**
   * @param shown the cases that are open, as {@code SR-2026-00042~mark} with the mark that stands
   *     in the page
   */
  @GetMapping(
      path = {"/desk/live", "/api/tasks/live"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(@RequestParam(name = "case", defaultValue = "") List<String> shown)
      throws IOException {
    var person = currentPerson.get();
    var emitter = new SseEmitter(LONGEST.toMillis());
    var open = OpenCases.of(shown, marks);
    var stream = new Stream(emitter, open);
    var listening = news.listen(person.id(), open.references(), stream);
    emitter.onCompletion(listening::close);
    emitter.onTimeout(emitter::complete);
    emitter.onError(gone -> listening.close());
    try {
      emitter.send(SseEmitter.event().comment("listening").reconnectTime(2_000));
      // What changed before anybody listened.
      open.references().forEach(reference -> stream.changed(reference, person));
    } catch (IOException | RuntimeException broken) {
      // Nobody was handed the stream, so nobody ends it.
      listening.close();
      throw broken;
    }
    return emitter;
  }

  private record Stream(SseEmitter emitter, OpenCases open) implements DeskNews.Listener {

    @Override
    public void changed() {
      send(SseEmitter.event().name("tasks").data("changed"));
    }

    @Override
    public void changed(CaseReference reference, Person person) {
      open.news(reference, person)
          .forEach(each -> send(SseEmitter.event().name("case").data(each)));
    }

    @Override
    public void stillThere() {
      send(SseEmitter.event().comment(""));
    }

    @Override
    public void over() {
      unlessEnded(emitter::complete);
    }

    private void send(SseEmitter.SseEventBuilder event) {
      try {
        emitter.send(event);
      } catch (IOException | IllegalStateException gone) {
        unlessEnded(() -> emitter.completeWithError(gone));
      }
    }

    /**
     * The browser may have hung up in this moment: then the server has ended the stream, and says
     * so.
     */
    private static void unlessEnded(Runnable ending) {
      try {
        ending.run();
      } catch (IllegalStateException ended) {
        // Whoever hears of the error closes what listens.
      }
    }
  }
}
