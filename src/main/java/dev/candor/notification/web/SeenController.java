package dev.candor.notification.web;

import dev.candor.notification.Acknowledging;
import dev.candor.notification.Acknowledging.SignedLetter;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the signed link of a letter leads, without signing in. Looking changes nothing: programs
 * that scan mail follow links, and only a person presses the button.
 */
@Controller
class SeenController {

  private final Acknowledging letters;

  SeenController(Acknowledging letters) {
    this.letters = letters;
  }

  @GetMapping("/letters/{link}")
  ModelAndView look(@PathVariable String link) {
    return page(letters.read(link));
  }

  @PostMapping("/letters/{link}")
  ModelAndView acknowledge(@PathVariable String link) {
    return page(letters.acknowledge(link));
  }

  private static ModelAndView page(Optional<SignedLetter> found) {
    return found
        .map(letter -> new ModelAndView("notification/seen", "letter", letter))
        .orElseGet(() -> new ModelAndView("notification/seen-gone", HttpStatus.NOT_FOUND));
  }
}
