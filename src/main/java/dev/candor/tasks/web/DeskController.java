package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.process.EngineUnavailable;
import dev.candor.tasks.ClaimTask;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.FindTasks.Order;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.HandOverTask;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.ReleaseTask;
import dev.candor.tasks.TaskFilter;
import dev.candor.tasks.TaskRefusal;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.Page;
import dev.candor.web.Problems;
import dev.candor.web.RailEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk: what there is to do, the task in hand, and its case beside it. */
@Controller
class DeskController {

  private final DeskPages pages;
  private final FindTasks find;
  private final ClaimTask claim;
  private final ReleaseTask release;
  private final HandOverTask handOver;
  private final RefusedTasks refused;
  private final CurrentPerson currentPerson;

  DeskController(
      DeskPages pages,
      FindTasks find,
      ClaimTask claim,
      ReleaseTask release,
      HandOverTask handOver,
      RefusedTasks refused,
      CurrentPerson currentPerson) {
    this.pages = pages;
    this.find = find;
    this.claim = claim;
    this.release = release;
    this.handOver = handOver;
    this.refused = refused;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry deskInTheRail() {
    return new RailEntry(10, "desk", "Desk", "/desk", person -> !person.groups().isEmpty());
  }

  @GetMapping("/desk")
  String desk(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    pages.fill(model, currentPerson.get(), DeskQuery.of(asked), Page.askedFor(page), null);
    return "tasks/desk";
  }

  @GetMapping("/desk/{id}")
  String task(
      @PathVariable String id,
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    pages.fill(
        model, currentPerson.get(), DeskQuery.of(asked), Page.askedFor(page), TaskKeys.of(id));
    return "tasks/desk";
  }

  /**
   * Where letters lead: to the person's open task on this case, or to the case where there is none.
   */
  @GetMapping("/desk/of/{reference}")
  String taskOn(@PathVariable String reference) {
    var person = currentPerson.get();
    return Stream.of(Scope.MINE, Scope.GROUP)
        .map(scope -> new Query(scope, TaskFilter.of(reference), Order.DUE, 0, 1))
        .flatMap(query -> find.find(person, query).items().stream())
        .filter(HumanTask::isOpen)
        .findFirst()
        .map(task -> "redirect:/desk/" + task.key())
        .orElse("redirect:/cases/{reference}");
  }

  @PostMapping("/desk/{id}/claim")
  String claim(@PathVariable String id, HttpServletRequest request, RedirectAttributes answer) {
    return change(id, request, answer, () -> claim.claim(currentPerson.get(), TaskKeys.of(id)));
  }

  @PostMapping("/desk/{id}/release")
  String release(@PathVariable String id, HttpServletRequest request, RedirectAttributes answer) {
    return change(id, request, answer, () -> release.release(currentPerson.get(), TaskKeys.of(id)));
  }

  @PostMapping("/desk/{id}/assign")
  String assign(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String person,
      HttpServletRequest request,
      RedirectAttributes answer) {
    return change(
        id,
        request,
        answer,
        () -> handOver.assign(currentPerson.get(), TaskKeys.of(id), Receivers.of(person)));
  }

  @PostMapping("/desk/{id}/delegate")
  String delegate(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String person,
      HttpServletRequest request,
      RedirectAttributes answer) {
    return change(
        id,
        request,
        answer,
        () -> handOver.delegate(currentPerson.get(), TaskKeys.of(id), Receivers.of(person)));
  }

  @ExceptionHandler
  Object notTheirs(TaskRefusal refusal, HttpServletRequest request) {
    refused.note(request, refusal.kind());
    return Problems.answer(request, HttpStatus.FORBIDDEN, refusal.getMessage());
  }

  private String change(
      String id, HttpServletRequest request, RedirectAttributes answer, Runnable change) {
    try {
      change.run();
    } catch (TaskRefusal refusal) {
      if (refusal.kind() == TaskRefusal.Kind.NOT_YOURS) {
        throw refusal;
      }
      refused.note(request, refusal.kind());
      answer.addFlashAttribute(
          "message", Message.refused(sentence(refusal.getMessage()) + " Nothing was changed."));
    } catch (InvalidInput nobody) {
      answer.addFlashAttribute(
          "message", Message.refused("Choose who gets the task. Nothing was changed."));
    } catch (EngineUnavailable unavailable) {
      answer.addFlashAttribute(
          "message",
          Message.refused("The engine does not answer. Nothing is lost: try again in a moment."));
    }
    return "redirect:" + asked(request).address(0, TaskKeys.of(id));
  }

  private static String sentence(@Nullable String reason) {
    return reason == null || reason.isEmpty() || reason.endsWith(".") ? "" + reason : reason + ".";
  }

  /** The list beside which it was done. */
  private static DeskQuery asked(HttpServletRequest request) {
    return DeskQuery.of(
        request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()[0])));
  }
}
