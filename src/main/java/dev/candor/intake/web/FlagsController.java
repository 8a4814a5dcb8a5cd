package dev.candor.intake.web;

import dev.candor.access.CurrentPerson;
import dev.candor.intake.FlagEntry;
import dev.candor.intake.Flagging;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A flag by HTTP. */
@RestController
class FlagsController {

  private final Flagging flagging;
  private final CurrentPerson currentPerson;

  FlagsController(Flagging flagging, CurrentPerson currentPerson) {
    this.flagging = flagging;
    this.currentPerson = currentPerson;
  }

  @Operation(
      summary = "Flag a request",
      description =
          "Opens a case. A repeat with the same Idempotency-Key by the same person opens nothing"
              + " and answers as the first call did; with another flag it is refused with 422.")
  @PostMapping("/api/flags")
  ResponseEntity<Flagged> flag(
      @RequestBody FlagEntry entry,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
    var reference = flagging.flag(entry, currentPerson.get(), idempotencyKey).value();
    return ResponseEntity.created(address("/api/cases/{reference}", reference))
        .body(new Flagged(reference, address("/cases/{reference}", reference).toString()));
  }

  private static URI address(String path, String reference) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build(reference);
  }

  /**
   * @param caseUrl the case's page
   */
  record Flagged(String reference, String caseUrl) {}
}
