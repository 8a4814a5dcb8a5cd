package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.EmergencyAccess;
import dev.candor.cases.EmergencyAccess.Opened;
import dev.candor.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Access in an emergency over HTTP. */
@RestController
class EmergencyApi {

  private final EmergencyAccess access;
  private final CurrentPerson currentPerson;

  EmergencyApi(EmergencyAccess access, CurrentPerson currentPerson) {
    this.access = access;
    this.currentPerson = currentPerson;
  }

  @PostMapping("/api/cases/{reference}/emergency-access")
  @ResponseStatus(HttpStatus.CREATED)
  Opened open(@PathVariable String reference, @RequestBody Emergency emergency) {
    var reason = Entries.words("reason", emergency.reason());
    return access.open(CaseReferences.of(reference), reason, currentPerson.get());
  }

  @GetMapping("/api/emergency-access")
  Page<Opened> known() {
    var known = access.known(currentPerson.get());
    return new Page<>(known, known.size(), 0, EmergencyAccess.MOST);
  }

  record Emergency(@Nullable String reason) {}
}
