package dev.candor.attachments.web;

import dev.candor.access.CurrentPerson;
import dev.candor.attachments.NotTaken;
import dev.candor.attachments.UnknownAttachment;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Refusals;
import dev.candor.web.CalledFor;
import dev.candor.web.FieldError;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What can go wrong with a file. */
@ControllerAdvice
@Order(0)
class AttachmentProblems {

  private final Refusals refusals;
  private final CurrentPerson currentPerson;

  AttachmentProblems(Refusals refusals, CurrentPerson currentPerson) {
    this.refusals = refusals;
    this.currentPerson = currentPerson;
  }

  @ExceptionHandler
  Object notTaken(NotTaken file, HttpServletRequest request) {
    return Problems.answer(
        request,
        file.isTooLarge() ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST,
        "The file was not attached; nothing of it was kept",
        List.of(new FieldError("file", file.getMessage())));
  }

  /** It may be there, and not for them. */
  @ExceptionHandler
  Object unknown(UnknownAttachment unknown, HttpServletRequest request) {
    CalledFor.value(request, "reference")
        .ifPresent(
            reference ->
                refusals.note(
                    new CaseReference(reference),
                    currentPerson.get().id(),
                    CalledFor.what(request)));
    return Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such attachment");
  }
}
