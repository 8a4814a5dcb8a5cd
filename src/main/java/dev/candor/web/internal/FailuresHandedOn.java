package dev.candor.web.internal;

import dev.candor.database.DatabaseGone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Hands on what no advice may answer: that the database is gone ({@link WhileTheDatabaseIsGone}
 * does), and what broke in the middle of an answer (the container breaks the connection, so that
 * nobody takes half of it for the whole). A caller who hung up is answered nothing.
 *
 * <p>This comes before Spring's own resolvers. They take for a hang-up a broken pipe or an early
 * end anywhere among the causes, which is how a line to the database breaks too, and answer it with
 * an empty 200: somebody would take for kept what is not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailuresHandedOn implements HandlerExceptionResolver {

  private static final Logger LOG = LoggerFactory.getLogger(FailuresHandedOn.class);

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    if (isHangUp(failure)) {
      LOG.debug("The caller hung up before the answer was written");
      return new ModelAndView();
    }
    if (DatabaseGone.isBehind(failure) || response.isCommitted()) {
      throw failure instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(failure);
    }
    return null;
  }

  private static boolean isHangUp(Throwable failure) {
    return ExceptionUtils.stream(failure)
        .anyMatch(
            cause ->
                cause instanceof ClientAbortException
                    || cause instanceof AsyncRequestNotUsableException);
  }
}
