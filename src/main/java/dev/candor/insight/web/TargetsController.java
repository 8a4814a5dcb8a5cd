package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.insight.internal.Rule.Kind;
import dev.candor.insight.internal.Targets;
import dev.candor.insight.internal.UnknownTarget;
import dev.candor.web.Message;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager's own targets: set, changed, paused, deleted and taken back. */
@Controller
class TargetsController {

  private static final String PAGE = "redirect:/insight/targets";
  private static final String MESSAGE = "message";

  private final Targets targets;
  private final TargetPages pages;
  private final CurrentPerson currentPerson;

  TargetsController(Targets targets, TargetPages pages, CurrentPerson currentPerson) {
    this.targets = targets;
    this.pages = pages;
    this.currentPerson = currentPerson;
  }

  /**
   * @param change the target whose form is shown
   */
  @GetMapping("/insight/targets")
  String show(@RequestParam(required = false) @Nullable UUID change, Model model) {
    model.addAttribute("page", pages.of(currentPerson.get(), change));
    return "insight/targets";
  }

  @PostMapping("/insight/targets")
  String set(
      @RequestParam Kind kind,
      @RequestParam int most,
      @RequestParam(defaultValue = "") String desk,
      @RequestParam(defaultValue = "") String step,
      RedirectAttributes answer) {
    targets.set(currentPerson.get(), pages.rule(currentPerson.get(), kind, most, desk, step));
    answer.addFlashAttribute(
        MESSAGE, Message.done("The target is set. You get a mail each time it is missed."));
    return PAGE;
  }

  @PostMapping("/insight/targets/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam Kind kind,
      @RequestParam int most,
      @RequestParam(defaultValue = "") String desk,
      @RequestParam(defaultValue = "") String step,
      RedirectAttributes answer) {
    targets.change(
        currentPerson.get(), id, pages.rule(currentPerson.get(), kind, most, desk, step));
    answer.addFlashAttribute(
        MESSAGE, Message.done("The target is changed. If it is missed now, you get a mail."));
    return PAGE;
  }

  @PostMapping("/insight/targets/{id}/pause")
  String pause(@PathVariable UUID id, RedirectAttributes answer) {
    targets.pause(currentPerson.get(), id);
    answer.addFlashAttribute(
        MESSAGE,
        Message.done("The target is paused: nobody looks at it, and no mail comes of it."));
    return PAGE;
  }

  @PostMapping("/insight/targets/{id}/resume")
  String resume(@PathVariable UUID id, RedirectAttributes answer) {
    targets.resume(currentPerson.get(), id);
    answer.addFlashAttribute(MESSAGE, Message.done("The target is looked at again."));
    return PAGE;
  }

  @PostMapping("/insight/targets/{id}/delete")
  String delete(@PathVariable UUID id, RedirectAttributes answer) {
    targets.delete(currentPerson.get(), id);
    answer.addFlashAttribute(MESSAGE, Message.done("The target is deleted."));
    answer.addFlashAttribute("deleted", id);
    return PAGE;
  }

  @PostMapping("/insight/targets/{id}/restore")
  String restore(@PathVariable UUID id, RedirectAttributes answer) {
    targets.restore(currentPerson.get(), id);
    answer.addFlashAttribute(MESSAGE, Message.done("The target is back, with its history."));
    return PAGE;
  }

  @ExceptionHandler
  Object unknown(UnknownTarget unknown, HttpServletRequest request) {
    return Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such target of yours");
  }
}
