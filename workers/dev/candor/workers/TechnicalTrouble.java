package dev.candor.workers;

import dev.candor.calendar.DeskCalendars.NotACalendar;
import dev.candor.database.DatabaseGone;
import dev.candor.process.DecisionTables.NoAnswer;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whatever a worker throws that is not meant for the diagram: the job is tried again, later each
 * time, until its retries are used up; none is used up while the database is gone, which would make
 * an incident of every job at once. The engine keeps the kind of the error and not its message,
 * because a message may quote what somebody wrote on a case; what is wrong with a table is said.
 */
@Component
class TechnicalTrouble implements JobExceptionHandlingStrategy {

  private static final Logger log = LoggerFactory.getLogger(TechnicalTrouble.class);

  private static final Duration WHILE_THE_DATABASE_IS_GONE = Duration.ofSeconds(5);

  private final CommandExceptionHandlingStrategy commands;
  private final MetricsRecorder metrics;
  private final JobExceptionHandlingStrategy camunda;

  TechnicalTrouble(CommandExceptionHandlingStrategy commands, MetricsRecorder metrics) {
    this.commands = commands;
    this.metrics = metrics;
    this.camunda = new DefaultJobExceptionHandlingStrategy(commands, metrics);
  }

  @Override
  public void handleException(Exception trouble, ExceptionHandlingContext context)
      throws Exception {
    if (trouble instanceof CamundaError) {
      camunda.handleException(trouble, context);
    } else {
      tryAgain(causeOf(trouble), context);
    }
  }

  /** Not by throwing: Camunda's client would send the stack of that as the job's error message. */
  private void tryAgain(Throwable cause, ExceptionHandlingContext context) {
    var job = context.job();
    var kind = cause.getClass().getSimpleName();
    log.warn("Job {} ({}) failed: {}", job.getKey(), job.getType(), kind);
    var gone = DatabaseGone.isBehind(cause);
    var left = gone ? job.getRetries() : Math.max(job.getRetries() - 1, 0);
    var failed =
        context
            .jobClient()
            .newFailCommand(job.getKey())
            .retries(left)
            .retryBackoff(gone ? WHILE_THE_DATABASE_IS_GONE : backoff(left))
            .errorMessage(whatFailed(cause));
    new CommandWrapper(failed, job, commands, metrics, context.jobWorkerValue().getMaxRetries())
        .executeAsyncWithMetrics(
            MetricsRecorder.METRIC_NAME_JOB, MetricsRecorder.ACTION_FAILED, job.getType());
  }

  /** Camunda's client wraps what a worker throws once or twice. */
  private static Throwable causeOf(Throwable trouble) {
    var wrapper =
        trouble.getClass() == RuntimeException.class
            || trouble instanceof InvocationTargetException;
    var cause = trouble.getCause();
    return wrapper && cause != null ? causeOf(cause) : trouble;
  }

  /** For the process owner who finds the incident: what to mend themselves, or whom to ask. */
  private static String whatFailed(Throwable cause) {
    return switch (cause) {
      case NotACalendar wrong -> "In the table deskCalendar, " + wrong.getMessage();
      case NoAnswer none -> none.getMessage();
      case DataAccessException refused -> of("The database refused it or did not answer", cause);
      case TransactionException refused -> of("The database refused it or did not answer", cause);
      case MailException refused -> of("The mail server refused it or did not answer", cause);
      case ClientException refused -> of("The engine refused it or did not answer", cause);
      default -> of("The worker itself met an error", cause);
    };
  }

  private static String of(String what, Throwable kind) {
    return "%s (%s)".formatted(what, kind.getClass().getSimpleName());
  }

  /** One second with two retries left, four with one. */
  private static Duration backoff(int retriesLeft) {
    return Duration.ofSeconds(retriesLeft >= 2 ? 1 : 4);
  }
}
