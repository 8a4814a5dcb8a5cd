package dev.candor.notification.internal;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What went wrong with a letter, as a code that the page has words for ({@code mail.why.*}). */
final class Failures {

  static final String NO_SUCH_PERSON = "NO_SUCH_PERSON";
  static final String BAD_ADDRESS = "BAD_ADDRESS";
  static final String BAD_HEADER = "BAD_HEADER";
  static final String TIMED_OUT = "TIMED_OUT";
  static final String NO_CONNECTION = "NO_CONNECTION";
  static final String SIGN_IN_REFUSED = "SIGN_IN_REFUSED";
  static final String LINE_DROPPED = "LINE_DROPPED";
  static final String OTHER = "OTHER";

  /** Followed by the reply code of RFC 5321, such as 451. */
  static final String REFUSED = "REFUSED_";

  private Failures() {}

  /**
   * Whether the server had taken the letter and only the goodbye failed: then there is nothing to
   * try again.
   */
  static boolean onlyTheGoodbye(MailException failure) {
    return failure instanceof MailSendException sending && sending.getFailedMessages().isEmpty();
  }

  static String codeOf(MailException failure) {
    return codeOf(causesOf(failure));
  }

  static String codeOf(MessagingException failure) {
    var causes = new ArrayList<Throwable>();
    add(causes, failure);
    return codeOf(causes);
  }

  private static String codeOf(List<Throwable> causes) {
    return refusal(causes)
        .or(() -> first(causes, AuthenticationFailedException.class, SIGN_IN_REFUSED))
        .or(() -> first(causes, SocketTimeoutException.class, TIMED_OUT))
        .or(() -> first(causes, MailConnectException.class, NO_CONNECTION))
        .or(() -> first(causes, EOFException.class, LINE_DROPPED))
        .or(() -> first(causes, IOException.class, LINE_DROPPED))
        .orElse(OTHER);
  }

  private static Optional<String> refusal(List<Throwable> causes) {
    return causes.stream()
        .flatMap(
            cause ->
                switch (cause) {
                  case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
                  case SMTPSendFailedException letter -> Stream.of(letter.getReturnCode());
                  default -> Stream.<Integer>empty();
                })
        // -1: there was no reply
        .map(code -> code > 0 ? REFUSED + code : LINE_DROPPED)
        .findFirst();
  }

  private static Optional<String> first(
      List<Throwable> causes, Class<? extends Throwable> kind, String code) {
    return causes.stream().anyMatch(kind::isInstance) ? Optional.of(code) : Optional.empty();
  }

  /**
   * Spring keeps what happened to a message beside the cause, Jakarta Mail chains beside it too.
   */
  private static List<Throwable> causesOf(MailException failure) {
    var causes = new ArrayList<Throwable>();
    add(causes, failure);
    if (failure instanceof MailSendException sending) {
      for (var one : sending.getMessageExceptions()) {
        add(causes, one);
      }
    }
    return causes;
  }

  private static void add(List<Throwable> causes, @Nullable Throwable one) {
    if (one == null || causes.contains(one)) {
      return;
    }
    causes.add(one);
    add(causes, one.getCause());
    if (one instanceof MessagingException message) {
      add(causes, message.getNextException());
    }
  }
}
