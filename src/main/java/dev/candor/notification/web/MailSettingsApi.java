package dev.candor.notification.web;

import dev.candor.access.CurrentPerson;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailPreferences;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own choice over HTTP. */
@RestController
@RequestMapping(path = "/api/settings/mail", produces = MediaType.APPLICATION_JSON_VALUE)
class MailSettingsApi {

  private final MailPreferences preferences;
  private final CurrentPerson currentPerson;

  MailSettingsApi(MailPreferences preferences, CurrentPerson currentPerson) {
    this.preferences = preferences;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  MailChoice chosen() {
    return preferences.of(currentPerson.get().id());
  }

  @PutMapping
  MailChoice choose(@RequestBody MailChoice choice) {
    var person = currentPerson.get().id();
    preferences.choose(person, choice);
    return preferences.of(person);
  }
}
