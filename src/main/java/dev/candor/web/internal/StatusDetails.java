package dev.candor.web.internal;

import org.springframework.http.HttpStatus;

/** What to say when all that is known is a status. */
final class StatusDetails {

  private StatusDetails() {}

  static String of(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "The request cannot be understood";
      case UNAUTHORIZED -> "Sign in first";
      case FORBIDDEN ->
          "This is not yours to do, or the page was open for so long that it has to be loaded again";
      case NOT_FOUND -> "There is nothing at this address";
      case METHOD_NOT_ALLOWED -> "This address does not take that method";
      case NOT_ACCEPTABLE -> "The answer does not come in that media type";
      case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json";
      case PAYLOAD_TOO_LARGE -> "That is too much for one request; nothing was stored";
      case TOO_MANY_REQUESTS -> "Signing in failed too often from here; try again in a minute";
      case SERVICE_UNAVAILABLE -> "The database does not answer just now; try again in a moment";
      default ->
          status.is5xxServerError()
              ? "This failed for a reason of ours"
              : "The request was not accepted";
    };
  }
}
