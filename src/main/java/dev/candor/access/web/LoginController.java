package dev.candor.access.web;

import dev.candor.access.internal.DemonstrationPeople;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; it lists the demonstration people ({@code people}) and names their password. */
@Controller
class LoginController {

  private final DemonstrationPeople people;

  LoginController(DemonstrationPeople people) {
    this.people = people;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("people", people.inOrder());
    model.addAttribute("password", DemonstrationPeople.PASSWORD);
    return "login";
  }
}
