package dev.candor.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.support.HttpCall;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What breaks behind a call looks like a caller who hung up, and must not be answered as one. */
class FailuresHandedOnTests {

  private static AnnotationConfigServletWebServerApplicationContext server;

  @BeforeAll
  static void start() {
    server = new AnnotationConfigServletWebServerApplicationContext();
    TestPropertyValues.of("server.port=0").applyTo(server);
    server.register(Server.class);
    server.refresh();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldAnswerThatTheDatabaseIsGoneWhenItsLineBreaks() {
    // when a call finds a line to the database that ends early
    var answer = call("/api/kept").get();

    // then nobody takes for kept what is not
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void shouldBreakTheAnswerThatBrokeInTheMiddle() {
    // when something breaks behind an answer that has begun, in the way a caller's line would
    var answer = call("/api/half");

    // then its end is missing, as the caller sees
    assertThatThrownBy(answer::get).isInstanceOf(UncheckedIOException.class);
  }

  private static HttpCall call(String path) {
    return HttpCall.to(server.getWebServer().getPort(), path);
  }

  /** Only what answers calls that fail, and calls that do. */
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
  })
  @Import({
    WhileTheDatabaseIsGone.class,
    FailuresHandedOn.class,
    ProblemsOfEveryCall.class,
    ErrorsController.class,
    Failing.class
  })
  static class Server {}

  @RestController
  static class Failing {

    /** What the driver says when a server ends while it is spoken to. */
    @GetMapping("/api/kept")
    List<String> kept() throws SQLException, IOException {
      try (var ends = new ServerSocket(0)) {
        Thread.ofVirtual().start(() -> hangUp(ends));
        DriverManager.getConnection("jdbc:postgresql://localhost:" + ends.getLocalPort() + "/any")
            .close();
        return List.of("kept");
      }
    }

    @GetMapping("/api/half")
    void half(HttpServletResponse response) throws IOException {
      response.getOutputStream().print("half");
      response.flushBuffer();
      throw new SocketException("Broken pipe");
    }

    private static void hangUp(ServerSocket server) {
      try {
        server.accept().close();
      } catch (IOException trouble) {
        throw new UncheckedIOException(trouble);
      }
    }
  }
}
