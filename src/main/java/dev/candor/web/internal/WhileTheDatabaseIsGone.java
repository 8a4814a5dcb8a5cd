package dev.candor.web.internal;

import dev.candor.database.DatabaseGone;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 what failed because the database does not answer, wherever that was: sessions
 * are in it as well. So this comes before them, and what answers knows of no session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WhileTheDatabaseIsGone extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(WhileTheDatabaseIsGone.class);
  private static final String SECONDS = "10";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException failure) {
      if (!DatabaseGone.isBehind(failure) || response.isCommitted()) {
        throw failure;
      }
      LOG.warn("A call was answered with 503: the database does not answer");
      answer(request, response);
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var status = HttpStatus.SERVICE_UNAVAILABLE.value();
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    request.getRequestDispatcher("/error").forward(request, response);
  }
}
