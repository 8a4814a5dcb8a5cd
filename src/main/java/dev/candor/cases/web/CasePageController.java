package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Mentions;
import dev.candor.cases.OpeningPrecedents;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.EnteringAnAnswer;
import dev.candor.cases.internal.WithdrawingARequest;
import dev.candor.cases.pages.AsideForm;
import dev.candor.cases.pages.CasePages;
import dev.candor.process.ProcessPictures;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RefusedByRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case on one page, and its diagram. */
@Controller
class CasePageController {

  private final CasePages pages;
  private final CaseReading reading;
  private final Mentions mentions;
  private final OpeningPrecedents precedents;
  private final WithdrawingARequest withdrawing;
  private final EnteringAnAnswer answering;
  private final ProcessPictures pictures;
  private final CurrentPerson currentPerson;

  CasePageController(
      CasePages pages,
      CaseReading reading,
      Mentions mentions,
      OpeningPrecedents precedents,
      WithdrawingARequest withdrawing,
      EnteringAnAnswer answering,
      ProcessPictures pictures,
      CurrentPerson currentPerson) {
    this.pages = pages;
    this.reading = reading;
    this.mentions = mentions;
    this.precedents = precedents;
    this.withdrawing = withdrawing;
    this.answering = answering;
    this.pictures = pictures;
    this.currentPerson = currentPerson;
  }

  /**
   * @param correct the field of the flag that is to be corrected; empty when none is
   * @param from which case it is opened from as a precedent; null when from anywhere else
   */
  @GetMapping("/cases/{reference}")
  String page(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String correct,
      @RequestParam(required = false) @Nullable String from,
      Model model) {
    var known = CaseReferences.of(reference);
    var page = pages.page(currentPerson.get(), known);
    CaseReferences.named(from)
        .ifPresent(later -> precedents.opened(later, known, currentPerson.get()));
    model.addAttribute("c", page);
    mentions.read(known, currentPerson.get(), page.aside().saidAt());
    var field = page.corrections().field(correct);
    model.addAttribute("correcting", field == null ? "" : field.name());
    model.addAttribute(
        "form",
        field == null ? AsideForm.BLANK : new AsideForm(Map.of(correct, field.stands()), Map.of()));
    return "cases/case";
  }

  /**
   * @param process instance of the case's own process or of one it called; the case's own when none
   *     is named
   */
  @GetMapping(path = "/cases/{reference}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ProcessPictures.Picture diagram(
      @PathVariable String reference, @RequestParam(required = false) @Nullable Long process) {
    var view = reading.get(currentPerson.get(), CaseReferences.of(reference));
    var root = view.processInstanceKey();
    if (!view.sight().showsContent() || root == null) {
      throw new UnknownCase();
    }
    var wanted = process == null ? root : process;
    if (!isPartOf(root, wanted)) {
      throw new UnknownCase();
    }
    return pictures.of(wanted).orElseThrow(UnknownCase::new);
  }

  private boolean isPartOf(long process, long wanted) {
    return process == wanted
        || pictures.called(process).stream().anyMatch(called -> isPartOf(called, wanted));
  }

  @PostMapping("/cases/{reference}/answer")
  String answer(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String answer,
      RedirectAttributes redirect) {
    var known = CaseReferences.of(reference);
    redirect.addFlashAttribute("message", entered(known, answer));
    return "redirect:/cases/" + known;
  }

  private Message entered(CaseReference reference, @Nullable String answer) {
    try {
      answering.enter(reference, answer, currentPerson.get());
      return Message.done("It is kept with the case, and the desk reviews it.");
    } catch (InvalidInput invalid) {
      return Message.refused("Enter what the other side wrote. Nothing was changed.");
    } catch (RefusedByRule refused) {
      return Message.refused(refused.getMessage() + ". Nothing was changed.");
    }
  }

  @PostMapping("/cases/{reference}/withdraw")
  String withdraw(
      @PathVariable String reference,
      @RequestParam(defaultValue = "false") boolean sure,
      RedirectAttributes answer) {
    var known = CaseReferences.of(reference);
    answer.addFlashAttribute("message", withdrawal(known, sure));
    return "redirect:/cases/" + known;
  }

  private Message withdrawal(CaseReference reference, boolean sure) {
    if (!sure) {
      return new Message(
          "warn", "Nothing was changed: tick that the request was withdrawn, then close the case.");
    }
    try {
      withdrawing.withdraw(reference, currentPerson.get());
      return Message.done("The case is being closed as withdrawn. The parties are told by mail.");
    } catch (RefusedByRule refused) {
      return Message.refused(refused.getMessage() + ". Nothing was changed.");
    }
  }
}
