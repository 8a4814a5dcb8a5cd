package dev.candor.access.web;

import dev.candor.access.internal.SigningIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The login page; it lists the demonstration people ({@code people}) and names their password, or
 * leads to the OpenID provider ({@code provider}, {@code signInPath}).
 */
@Controller
class LoginController {

  private final SigningIn signingIn;

  LoginController(SigningIn signingIn) {
    this.signingIn = signingIn;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAllAttributes(signingIn.loginPage());
    return "login";
  }
}
