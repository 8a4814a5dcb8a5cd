package dev.candor.process.internal;

import io.camunda.client.api.ProblemDetail;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong between us and the engine, by either of its protocols. The message is a code, so
 * that it can be logged.
 */
class EngineFailure extends RuntimeException {

  enum Kind {
    /** It does not know what we speak of. */
    UNKNOWN,
    /** It will not do that to this thing in its present state. */
    REFUSED,
    /** It is busy with this thing, and may do it in a moment. */
    IN_TRANSITION,
    /** It had this message before. */
    REPEATED,
    /** It calls our request wrong. */
    INVALID,
    /** It cannot be reached, is not ready or did not answer in time. */
    UNREACHABLE
  }

  /** A user task between two states, such as CREATING, while a listener has its say. */
  private static final Pattern BETWEEN_STATES = Pattern.compile("it is in state '[A-Z]+ING'");

  private final Kind kind;
  private final String code;
  private final String detail;

  private EngineFailure(Kind kind, String code, @Nullable String detail, Throwable cause) {
    super(code, cause);
    this.kind = kind;
    this.code = code;
    this.detail = detail == null ? "" : detail;
  }

  static EngineFailure of(RuntimeException failure) {
    return switch (innermost(failure)) {
      case EngineFailure known -> known;
      case ProblemException problem -> http(problem.code(), said(problem.details()), problem);
      case ClientHttpException http -> http(http.code(), http.reason(), http);
      case ClientStatusException status -> grpc(status);
      case Throwable other ->
          new EngineFailure(Kind.UNREACHABLE, other.getClass().getSimpleName(), null, other);
    };
  }

  Kind kind() {
    return kind;
  }

  /** Such as {@code HTTP_503}; never anybody's words. */
  String code() {
    return code;
  }

  /** What the engine says about it. */
  String detail() {
    return detail;
  }

  private static String said(ProblemDetail problem) {
    return problem.getTitle() + ": " + problem.getDetail();
  }

  private static Throwable innermost(Throwable failure) {
    var wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
    return wraps && failure.getCause() != null ? innermost(failure.getCause()) : failure;
  }

  private static EngineFailure http(int status, @Nullable String detail, Throwable cause) {
    var kind =
        switch (status) {
          case 400 -> Kind.INVALID;
          case 404 -> Kind.UNKNOWN;
          case 409 ->
              detail != null && detail.contains("ALREADY_EXISTS") ? Kind.REPEATED : refusal(detail);
          default -> Kind.UNREACHABLE;
        };
    return new EngineFailure(kind, "HTTP_" + status, detail, cause);
  }

  private static Kind refusal(@Nullable String detail) {
    return detail != null && BETWEEN_STATES.matcher(detail).find()
        ? Kind.IN_TRANSITION
        : Kind.REFUSED;
  }

  private static EngineFailure grpc(ClientStatusException failure) {
    var detail = failure.getStatus().getDescription();
    var kind =
        switch (failure.getStatusCode()) {
          case INVALID_ARGUMENT -> Kind.INVALID;
          case NOT_FOUND -> Kind.UNKNOWN;
          case ALREADY_EXISTS -> Kind.REPEATED;
          case FAILED_PRECONDITION -> refusal(detail);
          default -> Kind.UNREACHABLE;
        };
    return new EngineFailure(kind, "GRPC_" + failure.getStatusCode(), detail, failure);
  }
}
