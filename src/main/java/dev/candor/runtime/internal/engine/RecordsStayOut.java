package dev.candor.runtime.internal.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Keeps what people wrote out of the log. Where the engine fails on a record it logs all of it,
 * variables included, and so do the exceptions it throws then: those lines end where the record's
 * value begins, and of the exceptions their types and where they come from are left.
 */
final class RecordsStayOut extends TurboFilter {

  private static final String ENGINE = "io.camunda.zeebe";

  /** How the engine's records and their parts show what they carry. */
  private static final String VALUE = "value=";

  private static final String RECORD_VALUE = "recordValue=";

  /** From now on, if it is not so already: whoever sets up the log anew forgets it. */
  static synchronized void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getTurboFilterList().stream().noneMatch(RecordsStayOut.class::isInstance)) {
      context.addTurboFilter(new RecordsStayOut());
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    if (format == null
        || !logger.getName().startsWith(ENGINE)
        || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
      return FilterReply.NEUTRAL;
    }
    var line = MessageFormatter.arrayFormat(format, arguments);
    String text = line.getMessage();
    Throwable failure = thrown == null ? line.getThrowable() : thrown;
    if (!quotesRecord(text) && !quotesRecord(failure)) {
      return FilterReply.NEUTRAL;
    }
    logger.log(
        marker,
        RecordsStayOut.class.getName(),
        Level.toLocationAwareLoggerInteger(level),
        "{} … (what the record carries is not logged)",
        new Object[] {upToValue(text)},
        failure == null ? null : new Withheld(failure));
    return FilterReply.DENY;
  }

  private static boolean quotesRecord(@Nullable Throwable failure) {
    return ExceptionUtils.stream(failure)
        .anyMatch(at -> quotesRecord(String.valueOf(at.getMessage())));
  }

  private static boolean quotesRecord(String text) {
    return text.contains(VALUE) || text.contains(RECORD_VALUE);
  }

  private static String upToValue(String text) {
    int value = text.indexOf(VALUE);
    int recordValue = text.indexOf(RECORD_VALUE);
    int end =
        value < 0 || recordValue < 0 ? Math.max(value, recordValue) : Math.min(value, recordValue);
    return end < 0 ? text : text.substring(0, end);
  }

  /** Stands for an exception without its words. */
  private static final class Withheld extends Exception {

    Withheld(Throwable failure) {
      super(
          failure.getClass().getName(),
          failure.getCause() == null ? null : new Withheld(failure.getCause()),
          false,
          true);
      setStackTrace(failure.getStackTrace());
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }
}
