package dev.candor.notification.web;

import dev.candor.notification.OutboxState;
import dev.candor.web.RefusedByRule;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox over HTTP. */
@RestController
@RequestMapping(path = "/api/outbox", produces = MediaType.APPLICATION_JSON_VALUE)
class OutboxApi {

  private final OutboxState outbox;
  private final OutboxPages pages;

  OutboxApi(OutboxState outbox, OutboxPages pages) {
    this.outbox = outbox;
    this.pages = pages;
  }

  @GetMapping
  OutboxState.Overview look() {
    pages.administrator();
    return outbox.look();
  }

  @PostMapping("/{letter}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(@PathVariable UUID letter) {
    pages.administrator();
    if (!outbox.tryAgain(letter)) {
      throw new RefusedByRule("No such letter is stuck or waits to be tried again");
    }
  }
}
