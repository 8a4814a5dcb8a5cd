package dev.candor.tasks.web;

import dev.candor.process.EngineUnavailable;
import dev.candor.tasks.InvalidValues;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.UnknownTask;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What can go wrong with a task, as RFC 9457 problems. */
@RestControllerAdvice(assignableTypes = TasksApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TaskProblems {

  @ExceptionHandler
  ProblemDetail unknown(UnknownTask unknown) {
    return problem(HttpStatus.NOT_FOUND, "No such task", unknown.getMessage());
  }

  @ExceptionHandler
  ProblemDetail refused(TaskRefusal refusal) {
    var status =
        refusal.kind() == TaskRefusal.Kind.NOT_YOURS ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    var problem = problem(status, "Not possible", refusal.getMessage());
    problem.setProperty("rule", refusal.kind());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidValues invalid) {
    var problem = problem(HttpStatus.BAD_REQUEST, "Invalid values", invalid.getMessage());
    problem.setProperty("errors", invalid.errors());
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(EngineUnavailable unavailable) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The engine does not answer",
                "Nothing is lost; look at the task again in a moment before you repeat it"));
  }

  private static ProblemDetail problem(HttpStatus status, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    return problem;
  }
}
