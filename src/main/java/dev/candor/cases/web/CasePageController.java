package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.WithdrawingARequest;
import dev.candor.cases.pages.CasePages;
import dev.candor.process.ProcessPictures;
import dev.candor.web.Message;
import dev.candor.web.RefusedByRule;
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
  private final WithdrawingARequest withdrawing;
  private final ProcessPictures pictures;
  private final CurrentPerson currentPerson;

  CasePageController(
      CasePages pages,
      CaseReading reading,
      WithdrawingARequest withdrawing,
      ProcessPictures pictures,
      CurrentPerson currentPerson) {
    this.pages = pages;
    this.reading = reading;
    this.withdrawing = withdrawing;
    this.pictures = pictures;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/cases/{reference}")
  String page(@PathVariable String reference, Model model) {
    model.addAttribute("c", pages.page(currentPerson.get(), CaseReferences.of(reference)));
    model.addAttribute("form", AsideForm.BLANK);
    return "cases/case";
  }

  @GetMapping(path = "/cases/{reference}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ProcessPictures.Picture diagram(@PathVariable String reference) {
    var view = reading.get(currentPerson.get(), CaseReferences.of(reference));
    var key = view.processInstanceKey();
    if (view.sight() != Sight.CONTENT || key == null) {
      throw new UnknownCase();
    }
    return pictures.of(key).orElseThrow(UnknownCase::new);
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
