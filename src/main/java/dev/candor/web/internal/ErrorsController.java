package dev.candor.web.internal;

import dev.candor.web.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong before or after any controller: in a filter, in a template. */
@Controller
class ErrorsController implements ErrorController {

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.resolve(code)
            : HttpStatus.NOT_FOUND;
    var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    return Problems.answer(request, known, StatusDetails.of(known));
  }
}
