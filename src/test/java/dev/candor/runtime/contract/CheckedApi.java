package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a runtime over HTTP and holds each request and each answer to the contract. Operations
 * are named as there: "POST /jobs/{jobKey}/completion", a query may follow.
 */
final class CheckedApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";

  /**
   * What the engine's rejections and HTTP itself come to, which the contract says of some
   * operations and leaves out of others.
   */
  private static final Set<Integer> UNSAID = Set.of(404, 409, 413, 415);

  private final HttpClient http = HttpClient.newHttpClient();
  private final PlainContract contract = new PlainContract();
  private final OpenApiInteractionValidator validator;
  private final Set<String> driven = new TreeSet<>();
  private final URI address;

  CheckedApi(URI address) {
    this.address = address;
    validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(contract.text())
            .withBasePathOverride("/v2")
            .build();
  }

  PlainContract contract() {
    return contract;
  }

  /** The operations that were answered as asked, at least once. */
  Set<String> driven() {
    return Collections.unmodifiableSet(driven);
  }

  /** Asks for something the contract allows and gets it; the answer's JSON, or null for none. */
  JsonNode ok(String operation, @Nullable Object body, Object... parameters) {
    Exchange exchange = send(operation, JSON_TYPE, write(body), parameters);
    assertThat(exchange.response.statusCode())
        .as("%s with %s answered %s", exchange, exchange.asked(), exchange.answered())
        .isBetween(200, 299);
    check(exchange, validator.validate(exchange.request(), exchange.answer()));
    driven.add(exchange.operation());
    return exchange.json();
  }

  /** The same, for an answer that is no JSON. */
  String text(String operation, Object... parameters) {
    Exchange exchange = send(operation, JSON_TYPE, null, parameters);
    check(exchange, validator.validate(exchange.request(), exchange.answer()));
    driven.add(exchange.operation());
    return exchange.response.body();
  }

  /** The same, for a body that is no JSON. */
  JsonNode upload(String operation, String type, String body) {
    Exchange exchange = send(operation, type, body);
    check(exchange, validator.validate(exchange.request(), exchange.answer()));
    driven.add(exchange.operation());
    return exchange.json();
  }

  /** Asks for something that cannot be had and gets a problem of this status. */
  JsonNode refused(int status, String operation, @Nullable Object body, Object... parameters) {
    return refusedAs(JSON_TYPE, status, operation, write(body), parameters);
  }

  /** The same, with a body as it is. */
  JsonNode refusedAs(
      String type, int status, String operation, @Nullable String body, Object... parameters) {
    Exchange exchange = send(operation, type, body, parameters);
    if (contract.answers(exchange.operation(), status)) {
      check(
          exchange,
          validator.validateResponse(exchange.path(), exchange.method(), exchange.answer()));
    } else {
      assertThat(UNSAID).as("%s of %s", status, operation).contains(status);
    }
    return exchange.problem(status);
  }

  /** Asks for what nobody serves: the contract has no such answer. */
  JsonNode notServed(String operation) {
    Object[] parameters = operation.chars().filter(c -> c == '{').mapToObj(any -> "1").toArray();
    Exchange exchange = send(operation, JSON_TYPE, null, parameters);
    return exchange.problem(501);
  }

  /** Whether an operation is answered with "not implemented". */
  boolean isNotServed(String operation) {
    Object[] parameters = operation.chars().filter(c -> c == '{').mapToObj(any -> "1").toArray();
    return send(operation, JSON_TYPE, null, parameters).response.statusCode() == 501;
  }

  private static void check(Exchange exchange, ValidationReport report) {
    assertThat(report.getMessages())
        .filteredOn(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .as("%s with %s answered %s", exchange, exchange.asked(), exchange.answered())
        .isEmpty();
  }

  private static @Nullable String write(@Nullable Object body) {
    try {
      return body == null ? null : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Exchange send(
      String operation, String type, @Nullable String body, Object... parameters) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    for (Object parameter : parameters) {
      path = path.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(parameter.toString()));
    }
    String method = operation.substring(0, operation.indexOf(' '));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/v2" + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Exchange(operation, type, body, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was asked and answered. */
  private record Exchange(
      String named, String type, @Nullable String body, HttpResponse<String> response) {

    String operation() {
      return named.replaceFirst("\\?.*", "");
    }

    String asked() {
      return StringUtils.abbreviate(body == null ? "nothing" : body, 500);
    }

    String answered() {
      return StringUtils.abbreviate(response.body(), 2_000);
    }

    Method method() {
      return Method.valueOf(response.request().method());
    }

    String path() {
      return response.uri().getPath();
    }

    SimpleRequest request() {
      SimpleRequest.Builder request =
          new SimpleRequest.Builder(response.request().method(), path());
      if (response.uri().getQuery() != null) {
        for (String pair : response.uri().getQuery().split("&")) {
          String[] parts = pair.split("=");
          request.withQueryParam(parts[0], parts[1]);
        }
      }
      if (body != null) {
        request.withContentType(type).withBody(body);
      }
      return request.build();
    }

    SimpleResponse answer() {
      SimpleResponse.Builder answer = new SimpleResponse.Builder(response.statusCode());
      response.headers().firstValue("Content-Type").ifPresent(answer::withContentType);
      return (response.body().isEmpty() ? answer : answer.withBody(response.body())).build();
    }

    JsonNode json() {
      try {
        return response.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(response.body());
      } catch (JsonProcessingException e) {
        throw new AssertionError(this + " answered no JSON: " + response.body(), e);
      }
    }

    JsonNode problem(int status) {
      assertThat(response.statusCode())
          .as("%s with %s: %s", this, body, response.body())
          .isEqualTo(status);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      JsonNode problem = json();
      assertThat(problem.path("status").asInt()).isEqualTo(status);
      assertThat(problem.path("title").asText()).isNotBlank();
      assertThat(problem.path("detail").asText()).isNotBlank();
      assertThat(problem.path("instance").asText()).isEqualTo(path());
      return problem;
    }

    @Override
    public String toString() {
      return response.request().method() + " " + response.uri();
    }
  }
}
