package dev.candor.notification.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.notification.Language;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.MailKind;
import dev.candor.notification.MailPreferences;
import dev.candor.web.Message;
import dev.candor.web.Times;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each person's own choice: which language, what at once, what once a day, what not at all. */
@Controller
class MailSettingsController {

  private final MailPreferences preferences;
  private final CurrentPerson currentPerson;

  MailSettingsController(MailPreferences preferences, CurrentPerson currentPerson) {
    this.preferences = preferences;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/settings/mail")
  String page(Model model) {
    var person = currentPerson.get();
    model.addAttribute("choice", preferences.of(person.id()));
    model.addAttribute("languages", Language.values());
    model.addAttribute("hours", IntStream.range(0, 24).toArray());
    model.addAttribute(
        "kinds", Arrays.stream(MailKind.values()).filter(kind -> isFor(kind, person)).toList());
    model.addAttribute("city", Times.city(person.zone()));
    model.addAttribute("email", person.email());
    return "notification/settings";
  }

  private static boolean isFor(MailKind kind, Person person) {
    return !kind.isAlwaysAtOnce() && (!kind.isReport() || person.is(Role.MANAGER));
  }

  /**
   * @param fields the kinds with how each is delivered, besides language and hour
   */
  @PostMapping("/settings/mail")
  String choose(
      @RequestParam Language language,
      @RequestParam int hour,
      @RequestParam Map<String, String> fields,
      RedirectAttributes answer) {
    var deliveries = new EnumMap<MailKind, Delivery>(MailKind.class);
    for (var kind : MailKind.values()) {
      var chosen = fields.get(kind.name());
      if (chosen != null) {
        deliveries.put(kind, Delivery.valueOf(chosen));
      }
    }
    preferences.choose(currentPerson.get().id(), new MailChoice(language, hour, deliveries));
    answer.addFlashAttribute(
        "message", Message.done("Your choice is kept, and counts from the next letter on."));
    return "redirect:/settings/mail";
  }
}
