package dev.candor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/**
 * How a failed call is answered: with a problem (RFC 9457), or with the page {@code error.html}
 * when a person asked for a page. For {@code @ExceptionHandler} methods of every module.
 */
public final class Problems {

  private Problems() {}

  /** What a handler returns; {@code detail} must not repeat what people wrote. */
  public static Object answer(HttpServletRequest request, HttpStatus status, String detail) {
    return answer(request, status, detail, List.of());
  }

  /** For whom a call is not. */
  public static Object notYours(HttpServletRequest request) {
    return answer(request, HttpStatus.FORBIDDEN, "This is not yours to do");
  }

  /** The same, with the fields that are to blame. */
  public static Object answer(
      HttpServletRequest request, HttpStatus status, String detail, List<FieldError> errors) {
    var problem = of(status, detail, errors);
    problem.setInstance(URI.create(originalPath(request)));
    return wantsPage(request)
        ? page(status, detail, errors)
        : ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .body(problem);
  }

  public static ProblemDetail of(HttpStatus status, String detail, List<FieldError> errors) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
    return problem;
  }

  private static ModelAndView page(HttpStatus status, String detail, List<FieldError> errors) {
    return new ModelAndView(
        "error",
        Map.of(
            "status",
            status.value(),
            "title",
            status.getReasonPhrase(),
            "detail",
            detail,
            "errors",
            errors),
        status);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    if (originalPath(request).startsWith("/api/")) {
      return false;
    }
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.getHeader("HX-Request") != null
        || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE));
  }

  private static String originalPath(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String path
        ? path
        : request.getRequestURI();
  }
}
