package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Comments;
import dev.candor.cases.LegalHolds;
import dev.candor.cases.Recusals;
import dev.candor.cases.pages.CasePages;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RefusedByRule;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms beside a case: what is wrong with an entry is said on the page, with the entry kept.
 */
@Controller
@RequestMapping("/cases/{reference}")
class AsideController {

  private final CasePages pages;
  private final Recusals recusals;
  private final LegalHolds holds;
  private final Comments comments;
  private final CurrentPerson currentPerson;

  AsideController(
      CasePages pages,
      Recusals recusals,
      LegalHolds holds,
      Comments comments,
      CurrentPerson currentPerson) {
    this.pages = pages;
    this.recusals = recusals;
    this.holds = holds;
    this.comments = comments;
    this.currentPerson = currentPerson;
  }

  @PostMapping("/comments")
  String comment(
      @PathVariable String reference,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    var known = CaseReferences.of(reference);
    var words = entered.get("comment");
    return enter(
        known,
        entered,
        new Turn(model, response, answer),
        "#discussion",
        person -> {
          var said = Entries.comment(comments, known, "comment", words, person);
          return "What you wrote is in the discussion." + told(said.mentions().size());
        });
  }

  @PostMapping("/hold")
  String hold(
      @PathVariable String reference,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    var known = CaseReferences.of(reference);
    return enter(
        known,
        entered,
        new Turn(model, response, answer),
        "#hold",
        person -> {
          var reason = Entries.words("holdReason", entered.get("holdReason"));
          if ("lift".equals(entered.get("hold"))) {
            holds.lift(known, reason, person);
            return "The legal hold is lifted.";
          }
          holds.set(known, reason, person);
          return "The case is on legal hold: nothing of it may be deleted.";
        });
  }

  @PostMapping("/recuse")
  String recuse(
      @PathVariable String reference,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    var known = CaseReferences.of(reference);
    var turn = new Turn(model, response, answer);
    var who = entered.getOrDefault("person", "");
    var self = who.isBlank() || who.equals(currentPerson.get().id().value());
    if (!"true".equals(entered.get("sure"))) {
      return again(
          known,
          AsideForm.refused(
              entered, new InvalidInput("sure", "Tick this: it cannot be taken back").errors()),
          turn);
    }
    var shown =
        enter(
            known,
            entered,
            turn,
            "#recusals",
            person -> {
              var reason = Entries.words("recusalReason", entered.get("recusalReason"));
              recusals.recuse(known, self ? person.id() : new PersonId(who), reason, person);
              return self
                  ? "You stepped out of " + known + ". What you held of it went back to its group."
                  : "They stepped out. What they held of the case went back to its group.";
            });
    return self && shown.startsWith("redirect:") ? "redirect:/cases" : shown;
  }

  private static String told(int people) {
    return switch (people) {
      case 0 -> "";
      case 1 -> " The desk of the person you mentioned names the case.";
      default -> " The desks of the " + people + " people you mentioned name the case.";
    };
  }

  private String enter(
      CaseReference reference, Map<String, String> entered, Turn turn, String place, Entry entry) {
    try {
      var done = entry.by(currentPerson.get());
      turn.answer().addFlashAttribute("message", Message.done(done));
    } catch (InvalidInput invalid) {
      return again(reference, AsideForm.refused(entered, invalid.errors()), turn);
    } catch (RefusedByRule refused) {
      turn.answer()
          .addFlashAttribute(
              "message", Message.refused(refused.getMessage() + ". Nothing was changed."));
    }
    return "redirect:/cases/" + reference + place;
  }

  private String again(CaseReference reference, AsideForm form, Turn turn) {
    turn.response().setStatus(HttpStatus.BAD_REQUEST.value());
    turn.model().addAttribute("c", pages.page(currentPerson.get(), reference));
    turn.model().addAttribute("form", form);
    turn.model()
        .addAttribute(
            "message",
            Message.refused(
                "Nothing was changed; what you entered is still in its form further down."));
    return "cases/case";
  }

  private interface Entry {

    /** Does it, and answers what was done. */
    String by(Person person);
  }

  private record Turn(Model model, HttpServletResponse response, RedirectAttributes answer) {}
}
