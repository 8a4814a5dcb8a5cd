package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.StandIns.StandIn;
import dev.candor.tasks.StandingIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stand-ins over HTTP. */
@RestController
@RequestMapping(path = "/api/stand-ins", produces = MediaType.APPLICATION_JSON_VALUE)
class StandInsApi {

  private final StandingIn standingIn;
  private final CurrentPerson currentPerson;

  StandInsApi(StandingIn standingIn, CurrentPerson currentPerson) {
    this.standingIn = standingIn;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  List<StandIn> list() {
    return standingIn.about(currentPerson.get());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  StandIn name(@RequestBody NewStandIn wanted) {
    var by = currentPerson.get();
    var absent = wanted.absent() == null ? by.id() : Receivers.of("absent", wanted.absent());
    return standingIn.name(
        by,
        absent,
        Receivers.of("standIn", wanted.standIn()),
        Days.of("from", wanted.from()),
        Days.of("until", wanted.until()));
  }

  @PostMapping("/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id) {
    standingIn.end(currentPerson.get(), id);
  }

  /**
   * @param absent a person's id; oneself when it is left out
   * @param from first day, such as 2026-03-02
   * @param until last day
   */
  record NewStandIn(
      @Nullable String absent,
      @Nullable String standIn,
      @Nullable String from,
      @Nullable String until) {}
}
