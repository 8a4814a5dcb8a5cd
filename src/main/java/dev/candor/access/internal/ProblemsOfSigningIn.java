package dev.candor.access.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** The API's answers to those who are not signed in, or not allowed, as problems (RFC 9457). */
@Component
class ProblemsOfSigningIn implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;
  private final SigningIn signingIn;

  ProblemsOfSigningIn(ObjectMapper json, SigningIn signingIn) {
    this.json = json;
    this.signingIn = signingIn;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    signingIn.challenge().commence(request, response, failure);
    write(response, HttpStatus.UNAUTHORIZED, signingIn.hint());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    write(response, HttpStatus.FORBIDDEN, "This is not yours to do");
  }

  private void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
  }
}
