package dev.candor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Files sent by one {@code multipart/form-data} call, as curl would. */
public final class Upload {

  private static final String BOUNDARY = "files-of-the-process-owner";

  private Upload() {}

  /** Sends these texts by their files' names to {@code POST /api/processes}. */
  public static HttpResponse<String> of(int port, String person, Map<String, String> files) {
    var body = new StringBuilder();
    files.forEach(
        (name, text) ->
            body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(text)
                .append("\r\n"));
    body.append("--").append(BOUNDARY).append("--\r\n");
    return HttpCall.to(port, "/api/processes")
        .as(person)
        .post("multipart/form-data; boundary=" + BOUNDARY, body.toString());
  }

  /** The text of one of our files in {@code processes/}. */
  public static String ours(String name) {
    try {
      return Files.readString(Path.of("processes", name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
