package dev.candor.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an address that failed too often wait before it says again who it is, right or wrong. Not a
 * bean: it belongs to the chains of security, not to the server.
 */
class SignInLimit extends OncePerRequestFilter {

  private final FailedSignIns failed;

  SignInLimit(FailedSignIns failed) {
    this.failed = failed;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    boolean atLoginPage =
        HttpMethod.POST.matches(request.getMethod()) && request.getRequestURI().endsWith("/login");
    return !atLoginPage && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration wait = failed.waitOf(request.getRemoteAddr());
    if (wait.isPositive()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    } else {
      chain.doFilter(request, response);
    }
  }
}
