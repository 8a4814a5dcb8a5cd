package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.query.InvalidQuery;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.SearchRequest;
import dev.candor.runtime.internal.query.SearchResult;
import dev.candor.runtime.internal.query.Table;
import dev.candor.runtime.internal.request.Engine;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How every search and every get is answered, once the tables know what was acknowledged. */
final class Searches {

  private final Engine engine;

  Searches(Engine engine) {
    this.engine = engine;
  }

  /**
   * @param query the client's class for bodies of this search
   */
  <T extends Record> Reply search(Exchange exchange, Class<?> query, Table<?, T> table) {
    return search(exchange, query, table, null, row -> row);
  }

  <T extends Record> Reply search(
      Exchange exchange,
      Class<?> query,
      Table<?, T> table,
      @Nullable Stream<T> among,
      Function<? super T, ?> show) {
    try {
      JsonNode body = exchange.tree();
      SearchShape.check(body, query);
      SearchRequest request = SearchRequest.read(body);
      engine.catchUp();
      SearchResult<T> found = table.search(request, among);
      return Reply.json(found.map(show));
    } catch (InvalidQuery e) {
      throw Problem.invalid(e.getMessage());
    }
  }

  /** The filter of a body, an empty one where there is none. */
  ObjectNode filter(Exchange exchange, Class<?> query) {
    JsonNode body = exchange.tree();
    try {
      SearchShape.check(body, query);
    } catch (InvalidQuery e) {
      throw Problem.invalid(e.getMessage());
    }
    return body.path("filter") instanceof ObjectNode filter
        ? filter
        : JsonNodeFactory.instance.objectNode();
  }

  /** All rows that a filter lets through. */
  <T extends Record> Stream<T> matching(ObjectNode filter, Table<?, T> table) {
    engine.catchUp();
    try {
      return table.matching(filter);
    } catch (InvalidQuery e) {
      throw Problem.invalid(e.getMessage());
    }
  }

  /** The row whose key is in the path. */
  <T extends Record> T get(Exchange exchange, String parameter, String what, Table<Key, T> table) {
    Key key = new Key(exchange.key(parameter));
    return get(key, what, table);
  }

  <K extends Comparable<K>, T extends Record> T get(K key, String what, Table<K, T> table) {
    engine.catchUp();
    return table
        .get(key)
        .orElseThrow(() -> Problem.notFound(what + " with key '" + key + "' not found"));
  }

  void catchUp() {
    engine.catchUp();
  }
}
