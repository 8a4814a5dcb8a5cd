package dev.candor.runtime.internal.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer: status, type and content. */
public record Reply(int status, @Nullable String contentType, byte[] content) {

  public static Reply json(Object body) {
    return json(200, body);
  }

  public static Reply json(int status, Object body) {
    return new Reply(status, "application/json", Json.write(body));
  }

  public static Reply text(String contentType, String text) {
    return new Reply(200, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply noContent() {
    return new Reply(204, null, new byte[0]);
  }
}
