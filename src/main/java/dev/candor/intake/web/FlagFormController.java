package dev.candor.intake.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.CaseReference;
import dev.candor.cases.KeyUsedBefore;
import dev.candor.intake.ExampleFlags;
import dev.candor.intake.FlagDrafts;
import dev.candor.intake.FlagEntry;
import dev.candor.intake.Flagging;
import dev.candor.intake.TooManyFlags;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RailEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A flag by form. */
@Controller
class FlagFormController {

  private static final String KEY = "idempotencyKey";

  private final Flagging flagging;
  private final ExampleFlags examples;
  private final FlagDrafts drafts;
  private final FilesOfAFlag filesOfAFlag;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  FlagFormController(
      Flagging flagging,
      ExampleFlags examples,
      FlagDrafts drafts,
      FilesOfAFlag filesOfAFlag,
      CurrentPerson currentPerson,
      Clock clock) {
    this.flagging = flagging;
    this.examples = examples;
    this.drafts = drafts;
    this.filesOfAFlag = filesOfAFlag;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @Bean
  static RailEntry flaggingInTheRail() {
    return new RailEntry(30, "flag", "Flag a request", "/flags/new", person -> true);
  }

  @GetMapping("/flags/new")
  String form(Model model) {
    var person = currentPerson.get();
    model.addAttribute(
        "drafts", drafts.of(person).stream().map(draft -> DraftLine.of(draft, person)).toList());
    return show(model, FlagForm.blank(UUID.randomUUID()));
  }

  @GetMapping("/flags/drafts/{id}")
  String draft(@PathVariable UUID id, Model model, HttpServletResponse response) {
    var person = currentPerson.get();
    var draft =
        drafts
            .find(person, id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var line = DraftLine.of(draft, person);
    if (line.broken()) {
      response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
    }
    model.addAttribute("draft", line);
    return show(model, FlagForm.of(draft, person.zone()));
  }

  /** Its files come with it; what is wrong with one of them keeps no flag back. */
  @PostMapping("/flags/new")
  String flag(
      @RequestParam Map<String, String> entered,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Model model,
      RedirectAttributes answer,
      HttpServletResponse response) {
    var chosen = FilesOfAFlag.chosen(files);
    model.addAttribute("filesToChooseAgain", !chosen.isEmpty());
    try {
      var person = currentPerson.get();
      var reference = flagging.flag(entry(entered), person, entered.get(KEY));
      answer.addFlashAttribute("files", filesOfAFlag.attach(reference, person, chosen));
      FlagForm.draftOf(entered)
          .map(draft -> drafts.completed(person, draft, reference))
          .ifPresent(kept -> answer.addFlashAttribute("mail", kept.name()));
      return "redirect:/flags/" + reference + "/thanks";
    } catch (InvalidInput invalid) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return show(model, FlagForm.refused(entered, invalid.errors()));
    } catch (KeyUsedBefore used) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute(
          "message",
          new Message(
              "warn",
              "This form was sent before, with other words, and that flag is kept. If this is"
                  + " another request, send it again."));
      return show(model, FlagForm.blank(UUID.randomUUID()).filledWith(entered));
    } catch (TooManyFlags tooMany) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      FlagProblems.retryAfter(tooMany, response);
      model.addAttribute("message", Message.refused(tooMany.getMessage() + "."));
      return show(model, new FlagForm(entered, Map.of()));
    }
  }

  @GetMapping("/flags/{reference}/thanks")
  String thanks(@PathVariable String reference, Model model) {
    try {
      model.addAttribute("reference", new CaseReference(reference).value());
    } catch (IllegalArgumentException notOne) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "intake/thanks";
  }

  @PostMapping("/flags/examples")
  String examples(RedirectAttributes answer) {
    var loaded = examples.load().size();
    answer.addFlashAttribute(
        "message",
        Message.done(
            loaded
                + " examples were flagged as the demonstration person employee. Sign in as employee,"
                + " desk-uk or counsel to see how they go on."));
    return "redirect:/cases";
  }

  private String show(Model model, FlagForm form) {
    model.addAttribute("form", form);
    var today = LocalDate.now(clock.withZone(currentPerson.get().zone()));
    model.addAttribute("choices", Choices.on(today));
    model.addAttribute("largestFile", filesOfAFlag.largest());
    model.addAttribute("roomForFiles", filesOfAFlag.room());
    return "intake/flag-form";
  }

  private static FlagEntry entry(Map<String, String> entered) {
    return new FlagEntry(
        entered.get("type"),
        entered.get("sender"),
        entered.get("relationship"),
        entered.get("principal"),
        entered.get("principalKind"),
        entered.get("principalCountry"),
        entered.get("market"),
        entered.get("channel"),
        entered.get("ask"),
        entered.get("legalBasis"),
        ticked(entered, "wantsToStayHidden"),
        entered.get("audience"),
        ticked(entered, "politicalContent"),
        ticked(entered, "paid"),
        ticked(entered, "threat"),
        entered.get("receivedOn"),
        entered.getOrDefault("items", "").lines().toList(),
        entered.get("replyWantedBy"));
  }

  private static boolean ticked(Map<String, String> entered, String name) {
    return "true".equals(entered.get(name));
  }
}
