package dev.candor.tasks.web;

import dev.candor.process.EngineUnavailable;
import dev.candor.tasks.Drafts.DraftChanged;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.UnknownTask;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What can go wrong with a task. */
@ControllerAdvice
@Order(0)
class TaskProblems {

  /** Seconds. */
  private static final String SOON = "5";

  private final RefusedTasks refused;

  TaskProblems(RefusedTasks refused) {
    this.refused = refused;
  }

  @ExceptionHandler
  Object unknown(UnknownTask unknown, HttpServletRequest request) {
    refused.note(request);
    return Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such task");
  }

  @ExceptionHandler
  Object refused(TaskRefusal refusal, HttpServletRequest request, HttpServletResponse response) {
    refused.note(request, refusal.kind());
    var status =
        switch (refusal.kind()) {
          case NOT_YOURS -> HttpStatus.FORBIDDEN;
          case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.CONFLICT;
        };
    if (refusal.kind() == TaskRefusal.Kind.BUSY) {
      response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    }
    return Problems.answer(request, status, refusal.reason());
  }

  /** The version that is kept goes with it, for who wants to replace it all the same. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> changed(DraftChanged changed) {
    var problem = Problems.of(HttpStatus.CONFLICT, changed.getMessage(), List.of());
    problem.setProperty("draft", changed.now() == null ? null : SavedDraft.of(changed.now()));
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @ExceptionHandler
  Object unavailable(
      EngineUnavailable unavailable, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    return Problems.answer(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "The engine does not answer. Look at this again in a moment before you repeat it");
  }
}
