package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView;
import dev.candor.cases.Comments.Comment;
import dev.candor.cases.Mentions;
import dev.candor.cases.OpeningPrecedents;
import dev.candor.cases.RequestType;
import dev.candor.cases.internal.EnteringAnAnswer;
import dev.candor.cases.internal.WithdrawingARequest;
import dev.candor.web.Page;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The cases a person may know of. */
@RestController
@RequestMapping("/api/cases")
class CasesController {

  private static final int LONGEST_QUERY = 200;

  private final CaseReading reading;
  private final Mentions mentions;
  private final OpeningPrecedents precedents;
  private final WithdrawingARequest withdrawing;
  private final EnteringAnAnswer answering;
  private final CurrentPerson currentPerson;

  CasesController(
      CaseReading reading,
      Mentions mentions,
      OpeningPrecedents precedents,
      WithdrawingARequest withdrawing,
      EnteringAnAnswer answering,
      CurrentPerson currentPerson) {
    this.reading = reading;
    this.mentions = mentions;
    this.precedents = precedents;
    this.withdrawing = withdrawing;
    this.answering = answering;
    this.currentPerson = currentPerson;
  }

  @GetMapping
  Page<CaseLine> list(
      @RequestParam(required = false) @Nullable CaseState state,
      @RequestParam(required = false) @Nullable String desk,
      @RequestParam(required = false) @Nullable RequestType type,
      @RequestParam(required = false) @Nullable String q,
      @ParameterObject @ModelAttribute BesidesParameters besides,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    new ListAskedFor(desk, page, size)
        .require(
            q == null || (q.length() <= LONGEST_QUERY && q.indexOf('\0') < 0),
            "q",
            "Must be plain text of up to " + LONGEST_QUERY + " characters")
        .check();
    return reading.list(
        currentPerson.get(), new CaseFilter(state, desk, type, q, besides.strictly(), page, size));
  }

  @GetMapping("/{reference}")
  CaseView get(
      @PathVariable String reference,
      @Parameter(description = "The case that you open this one from, as a precedent of it")
          @RequestParam(required = false)
          @Nullable String from) {
    var known = CaseReferences.of(reference);
    var view = reading.get(currentPerson.get(), known);
    CaseReferences.named(from)
        .ifPresent(later -> precedents.opened(later, known, currentPerson.get()));
    var shown = view.alongside().discussion().stream().map(Comment::at).toList();
    mentions.read(known, currentPerson.get(), shown);
    return view;
  }

  @PostMapping("/{reference}/withdraw")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CaseView withdraw(@PathVariable String reference) {
    var person = currentPerson.get();
    withdrawing.withdraw(CaseReferences.of(reference), person);
    return reading.get(person, CaseReferences.of(reference));
  }

  /** What the other side wrote when it was asked to. */
  @PostMapping("/{reference}/answer")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CaseView answer(@PathVariable String reference, @RequestBody Answer answer) {
    var person = currentPerson.get();
    answering.enter(CaseReferences.of(reference), answer.answer(), person);
    return reading.get(person, CaseReferences.of(reference));
  }

  record Answer(@Nullable String answer) {}
}
