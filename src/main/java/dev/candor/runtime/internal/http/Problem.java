package dev.candor.runtime.internal.http;

/** A request that cannot be answered as asked; becomes a problem as in RFC 9457. */
public final class Problem extends RuntimeException {

  private final int status;
  private final String title;

  public Problem(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  public static Problem invalid(String detail) {
    return new Problem(400, "INVALID_ARGUMENT", detail);
  }

  public static Problem notFound(String detail) {
    return new Problem(404, "NOT_FOUND", detail);
  }

  /** The body of the answer. */
  record Body(String type, String title, int status, String detail, String instance) {}

  Reply reply(String path) {
    Body body = new Body("about:blank", title, status, getMessage(), path);
    return new Reply(status, "application/problem+json", Json.write(body));
  }
}
