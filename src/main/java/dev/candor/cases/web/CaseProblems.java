package dev.candor.cases.web;

import dev.candor.cases.KeyUsedBefore;
import dev.candor.cases.UnknownCase;
import dev.candor.web.FieldError;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Unknown and not to be known are one answer, word for word. */
@ControllerAdvice
@Order(0)
class CaseProblems {

  @ExceptionHandler
  Object unknown(UnknownCase unknown, HttpServletRequest request) {
    return Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such case");
  }

  @ExceptionHandler
  Object usedBefore(KeyUsedBefore used, HttpServletRequest request) {
    return Problems.answer(
        request,
        HttpStatus.UNPROCESSABLE_ENTITY,
        used.getMessage(),
        List.of(new FieldError("Idempotency-Key", "Use a new key for a new flag")));
  }
}
