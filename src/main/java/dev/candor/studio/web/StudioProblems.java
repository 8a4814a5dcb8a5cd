package dev.candor.studio.web;

import dev.candor.studio.Releases.NotSound;
import dev.candor.studio.web.SetJson.FindingJson;
import dev.candor.web.Problems;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A set that is not sound: 422 with its findings. Pages show them themselves. */
@ControllerAdvice(basePackageClasses = ProcessesApi.class)
@Order(0)
class StudioProblems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notSound(NotSound broken) {
    var problem =
        Problems.of(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "Nothing was deployed. Mend what is found and send it again",
            List.of());
    problem.setProperty("findings", broken.findings().stream().map(FindingJson::of).toList());
    return ResponseEntity.unprocessableEntity()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(problem);
  }
}
