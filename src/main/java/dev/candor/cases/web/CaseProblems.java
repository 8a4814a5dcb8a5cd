package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.CaseReference;
import dev.candor.cases.KeyUsedBefore;
import dev.candor.cases.Refusals;
import dev.candor.cases.UnknownCase;
import dev.candor.web.CalledFor;
import dev.candor.web.FieldError;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Unknown and not to be known are one answer, word for word. Nobody is refused without a trace: the
 * ledger hears of it before the answer is given.
 */
@ControllerAdvice
@Order(0)
class CaseProblems {

  private final Refusals refusals;
  private final CurrentPerson currentPerson;

  CaseProblems(Refusals refusals, CurrentPerson currentPerson) {
    this.refusals = refusals;
    this.currentPerson = currentPerson;
  }

  @ExceptionHandler
  Object unknown(UnknownCase unknown, HttpServletRequest request) {
    note(request);
    return Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such case");
  }

  @ExceptionHandler
  Object notYours(AccessDeniedException denied, HttpServletRequest request) {
    note(request);
    return Problems.notYours(request);
  }

  @ExceptionHandler
  Object usedBefore(KeyUsedBefore used, HttpServletRequest request) {
    return Problems.answer(
        request,
        HttpStatus.UNPROCESSABLE_ENTITY,
        used.getMessage(),
        List.of(new FieldError("Idempotency-Key", "Use a new key for a new flag")));
  }

  private void note(HttpServletRequest request) {
    CalledFor.value(request, "reference")
        .flatMap(CaseReference::ifOne)
        .ifPresent(
            reference ->
                refusals.note(reference, currentPerson.get().id(), CalledFor.what(request)));
  }
}
