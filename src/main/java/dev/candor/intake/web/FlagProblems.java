package dev.candor.intake.web;

import dev.candor.intake.TooManyFlags;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What can go wrong with a flag, as HTTP. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FlagProblems {

  @ExceptionHandler
  Object tooMany(TooManyFlags tooMany, HttpServletRequest request, HttpServletResponse response) {
    retryAfter(tooMany, response);
    return Problems.answer(request, HttpStatus.TOO_MANY_REQUESTS, tooMany.getMessage());
  }

  static void retryAfter(TooManyFlags tooMany, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waiting().toSeconds() + 1));
  }
}
