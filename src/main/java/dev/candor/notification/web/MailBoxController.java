package dev.candor.notification.web;

import dev.candor.access.CurrentPerson;
import dev.candor.notification.MailBox;
import dev.candor.notification.internal.NoMailServerConfigured;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A person's own mail on the built-in mail server. */
@Controller
@Conditional(NoMailServerConfigured.class)
class MailBoxController {

  private final MailBox mailBox;
  private final CurrentPerson currentPerson;

  MailBoxController(MailBox mailBox, CurrentPerson currentPerson) {
    this.mailBox = mailBox;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/mail")
  String box(Model model) {
    var person = currentPerson.get();
    var mails =
        mailBox.of(person.id()).stream().map(mail -> LetterPage.of(mail, person.zone())).toList();
    model.addAttribute("mails", mails);
    return "notification/mail-box";
  }

  @GetMapping("/mail/{id}")
  String mail(@PathVariable String id, Model model) {
    model.addAttribute("mail", LetterPage.of(find(id), currentPerson.get().zone()));
    return "notification/mail";
  }

  /** The letter itself, as a mail program shows it: it loads nothing and runs nothing. */
  @GetMapping("/mail/{id}/letter")
  ResponseEntity<String> letter(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(find(id).html());
  }

  private MailBox.Mail find(String id) {
    return mailBox
        .find(currentPerson.get().id(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
