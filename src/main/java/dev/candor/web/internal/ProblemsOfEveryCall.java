package dev.candor.web.internal;

import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import dev.candor.web.Problems;
import dev.candor.web.RefusedByRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers what can go wrong with any call. Modules answer their own exceptions in advices of
 * theirs, which come first. Spring's messages are not passed on: they quote the input.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemsOfEveryCall {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemsOfEveryCall.class);

  @ExceptionHandler
  Object invalid(InvalidInput invalid, HttpServletRequest request) {
    return Problems.answer(
        request, HttpStatus.BAD_REQUEST, "Some fields need another look", invalid.errors());
  }

  @ExceptionHandler
  Object refused(RefusedByRule refused, HttpServletRequest request) {
    return Problems.answer(request, HttpStatus.CONFLICT, refused.getMessage());
  }

  @ExceptionHandler
  Object changedMeanwhile(OptimisticLockingFailureException conflict, HttpServletRequest request) {
    return Problems.answer(
        request,
        HttpStatus.CONFLICT,
        "Somebody else changed this meanwhile; load it again and repeat what you did");
  }

  @ExceptionHandler
  Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    var cause = unreadable.getCause();
    if (isTooLarge(unreadable)) {
      return Problems.answer(
          request, HttpStatus.PAYLOAD_TOO_LARGE, StatusDetails.of(HttpStatus.PAYLOAD_TOO_LARGE));
    }
    return Problems.answer(
        request,
        HttpStatus.BAD_REQUEST,
        UnreadableBody.detail(cause),
        UnreadableBody.errors(cause));
  }

  /** A header with control characters in it is refused when it is first read. */
  @ExceptionHandler
  Object rejected(RequestRejectedException rejected, HttpServletRequest request) {
    return Problems.answer(
        request, HttpStatus.BAD_REQUEST, StatusDetails.of(HttpStatus.BAD_REQUEST));
  }

  @ExceptionHandler
  Object wrongParameter(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
    return wrongParameter(request, wrong.getName(), "Cannot be understood");
  }

  @ExceptionHandler
  Object noParameter(MissingServletRequestParameterException missing, HttpServletRequest request) {
    return wrongParameter(request, missing.getParameterName(), "Is required");
  }

  /** Spring's own: unknown address, wrong method, wrong media type and the like. */
  @ExceptionHandler
  Object other(Exception failure, HttpServletRequest request, HttpServletResponse response) {
    if (failure instanceof ErrorResponse known) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
      var status = HttpStatus.valueOf(known.getStatusCode().value());
      return Problems.answer(request, status, StatusDetails.of(status));
    }
    var id = UUID.randomUUID();
    LOG.error(
        "A call failed ({}), answered with 500 and the id {}", request.getMethod(), id, failure);
    return Problems.answer(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "This failed for a reason of ours. Nothing is known to have changed. The log has it under "
            + id);
  }

  private static Object wrongParameter(HttpServletRequest request, String name, String message) {
    return Problems.answer(
        request,
        HttpStatus.BAD_REQUEST,
        "A parameter needs another look",
        List.of(new FieldError(name, message)));
  }

  private static boolean isTooLarge(Throwable failure) {
    return ExceptionUtils.stream(failure).anyMatch(BodyLimit.BodyTooLarge.class::isInstance);
  }
}
