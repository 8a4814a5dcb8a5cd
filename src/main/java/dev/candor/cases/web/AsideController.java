package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.Comments;
import dev.candor.cases.Dissents;
import dev.candor.cases.LegalHolds;
import dev.candor.cases.LinkedCases;
import dev.candor.cases.Recusals;
import dev.candor.cases.pages.AsideForm;
import dev.candor.cases.pages.CasePages;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RefusedByRule;
import dev.candor.web.WayBack;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

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
  private final Correcting correcting;
  private final CurrentPerson currentPerson;

  AsideController(
      CasePages pages,
      Recusals recusals,
      LegalHolds holds,
      Comments comments,
      Dissents dissents,
      LinkedCases links,
      Correcting correcting,
      CurrentPerson currentPerson) {
    this.pages = pages;
    this.recusals = recusals;
    this.holds = holds;
    this.comments = comments;
    this.dissents = dissents;
    this.links = links;
    this.correcting = correcting;
    this.currentPerson = currentPerson;
  }

  @PostMapping("/comments")
  String comment(Turn turn) {
    return enter(
        turn,
        "discussion",
        person -> {
          var said =
              Entries.comment(
                  comments, turn.reference(), "comment", turn.entered("comment"), person);
          return "What you wrote is in the discussion." + told(said.mentions().size());
        });
  }

  @PostMapping("/dissents")
  String dissent(Turn turn) {
    return enter(
        turn,
        "decision",
        person -> {
          dissents.add(turn.reference(), Entries.words("dissent", turn.entered("dissent")), person);
          return "Your dissent is on record.";
        });
  }

  @PostMapping("/links")
  String link(Turn turn) {
    return enter(
        turn,
        "linked",
        person -> {
          var link = Entries.link(links, turn.reference(), turn.entered("other"), person);
          return "It is linked to " + link.reference() + ", and that one to it.";
        });
  }

  @PostMapping("/corrections")
  String correct(Turn turn) {
    turn.model().addAttribute("correcting", turn.entered("field"));
    return enter(
        turn,
        "request",
        person -> {
          CorrectionByForm.make(correcting, turn, person);
          return "It is corrected. What was flagged stays beside it.";
        });
  }

  @PostMapping("/hold")
  String hold(Turn turn) {
    return enter(
        turn,
        "hold",
        person -> {
          var reason = Entries.words("holdReason", turn.entered("holdReason"));
          if ("lift".equals(turn.entered("hold"))) {
            holds.lift(turn.reference(), reason, person);
            return "The legal hold is lifted.";
          }
          holds.set(turn.reference(), reason, person);
          return "The case is on legal hold: nothing of it may be deleted.";
        });
  }

  @PostMapping("/recuse")
  String recuse(Turn turn) {
    var who = turn.entered().getOrDefault("person", "");
    var self = who.isBlank() || who.equals(currentPerson.get().id().value());
    var shown =
        enter(
            turn,
            "recusals",
            person -> {
              if (!"true".equals(turn.entered("sure"))) {
                throw new InvalidInput("sure", "Tick this: it cannot be taken back");
              }
              var reason = Entries.words("recusalReason", turn.entered("recusalReason"));
              var gone = self ? person.id() : new PersonId(who);
              recusals.recuse(turn.reference(), gone, reason, person);
              return self
                  ? "You stepped out of "
                      + turn.reference()
                      + ". What you held of it went back to its group."
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

  private String enter(Turn turn, String place, Entry entry) {
    var back = turn.wayBack(place);
    try {
      return back.say(Message.done(entry.by(currentPerson.get())), turn.answer());
    } catch (InvalidInput invalid) {
      return again(turn, AsideForm.refused(turn.entered(), invalid.errors()), back);
    } catch (RefusedByRule refused) {
      return back.say(
          Message.refused(refused.getMessage() + ". Nothing was changed."), turn.answer());
    }
  }

  private String again(Turn turn, AsideForm form, WayBack back) {
    turn.response().setStatus(HttpStatus.BAD_REQUEST.value());
    turn.model().addAttribute("form", form);
    var beside = back.beside();
    if (beside != null) {
      turn.model()
          .addAttribute(
              back.nameOfMessage(),
              Message.refused("Nothing was added; what you entered is still here."));
      return beside.show(turn.model());
    }
    turn.model().addAttribute("c", pages.page(currentPerson.get(), turn.reference()));
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
}
