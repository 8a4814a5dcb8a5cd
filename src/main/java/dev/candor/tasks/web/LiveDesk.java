package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.tasks.DeskNews;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an open desk that it is time to look again (server-sent events). What there is, and whether
 * it is theirs to see, the page asks for as it always does: no event says anything of a case. An
 * open stream holds a connection, and no thread.
 */
@RestController
class LiveDesk {

  /** As long as a session: after it the browser asks again, and is asked who it is. */
  private static final Duration LONGEST = Duration.ofHours(8);

  private final DeskNews news;
  private final CurrentPerson currentPerson;

  LiveDesk(DeskNews news, CurrentPerson currentPerson) {
    this.news = news;
    this.currentPerson = currentPerson;
  }

  @GetMapping(
      path = {"/desk/live", "/api/tasks/live"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live() throws IOException {
    var emitter = new SseEmitter(LONGEST.toMillis());
    var listening = news.listen(currentPerson.get().id(), new Stream(emitter));
    emitter.onCompletion(listening::close);
    emitter.onTimeout(emitter::complete);
    emitter.onError(gone -> listening.close());
    emitter.send(SseEmitter.event().comment("listening").reconnectTime(2_000));
    return emitter;
  }

  private record Stream(SseEmitter emitter) implements DeskNews.Listener {

    @Override
    public void changed() {
      send(SseEmitter.event().name("tasks").data("changed"));
    }

    @Override
    public void stillThere() {
      send(SseEmitter.event().comment(""));
    }

    @Override
    public void over() {
      emitter.complete();
    }

    private void send(SseEmitter.SseEventBuilder event) {
      try {
        emitter.send(event);
      } catch (IOException | IllegalStateException gone) {
        emitter.completeWithError(gone);
      }
    }
  }
}
