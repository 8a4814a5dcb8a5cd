package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Comments;
import dev.candor.cases.Dissents;
import dev.candor.cases.LegalHolds;
import dev.candor.cases.LinkedCases;
import dev.candor.cases.Recusals;
import dev.candor.cases.pages.AsideForm;
import dev.candor.cases.pages.CasePages;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.PageBesideACase;
import dev.candor.web.RefusedByRule;
import dev.candor.web.WayBack;
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
  private final Dissents dissents;
  private final LinkedCases links;
  private final PageBesideACase beside;
  private final CurrentPerson currentPerson;

  AsideController(
      CasePages pages,
      Recusals recusals,
      LegalHolds holds,
      Comments comments,
      Dissents dissents,
      LinkedCases links,
      PageBesideACase beside,
      CurrentPerson currentPerson) {
    this.pages = pages;
    this.recusals = recusals;
    this.holds = holds;
    this.comments = comments;
    this.dissents = dissents;
    this.links = links;
    this.beside = beside;
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
        new Turn(model, response, answer, wayBack(known, entered, "discussion")),
        person -> {
          var said = Entries.comment(comments, known, "comment", words, person);
          return "What you wrote is in the discussion." + told(said.mentions().size());
        });
  }

  @PostMapping("/dissents")
  String dissent(
      @PathVariable String reference,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    var known = CaseReferences.of(reference);
    return enter(
        known,
        entered,
        new Turn(model, response, answer, wayBack(known, entered, "decision")),
        person -> {
          dissents.add(known, Entries.words("dissent", entered.get("dissent")), person);
          return "Your dissent is on record.";
        });
  }

  @PostMapping("/links")
  String link(
      @PathVariable String reference,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes answer) {
    var known = CaseReferences.of(reference);
    return enter(
        known,
        entered,
        new Turn(model, response, answer, wayBack(known, entered, "linked")),
        person -> {
          var link = Entries.link(links, known, entered.get("other"), person);
          return "It is linked to " + link.reference() + ", and that one to it.";
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
        new Turn(model, response, answer, wayBack(known, entered, "hold")),
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
    var turn = new Turn(model, response, answer, wayBack(known, entered, "recusals"));
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

  private WayBack wayBack(CaseReference reference, Map<String, String> entered, String place) {
    return WayBack.of(beside, entered.get("back"), "/cases/" + reference, place);
  }

  private String enter(
      CaseReference reference, Map<String, String> entered, Turn turn, Entry entry) {
    try {
      return turn.say(Message.done(entry.by(currentPerson.get())));
    } catch (InvalidInput invalid) {
      return again(reference, AsideForm.refused(entered, invalid.errors()), turn);
    } catch (RefusedByRule refused) {
      return turn.say(Message.refused(refused.getMessage() + ". Nothing was changed."));
    }
  }

  private String again(CaseReference reference, AsideForm form, Turn turn) {
    turn.response().setStatus(HttpStatus.BAD_REQUEST.value());
    turn.model().addAttribute("form", form);
    var besideWhat = turn.wayBack().beside();
    if (besideWhat != null) {
      turn.model()
          .addAttribute(
              turn.wayBack().nameOfMessage(),
              Message.refused("Nothing was added; what you entered is still here."));
      return besideWhat.show(turn.model());
    }
    turn.model().addAttribute("c", pages.page(currentPerson.get(), reference));
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

  private record Turn(
      Model model, HttpServletResponse response, RedirectAttributes answer, WayBack wayBack) {

    String say(Message message) {
      return wayBack.say(message, answer);
    }
  }
}
