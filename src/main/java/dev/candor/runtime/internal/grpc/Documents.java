package dev.candor.runtime.internal.grpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.candor.runtime.internal.http.Json;
import dev.candor.runtime.internal.request.Refusal;
import io.camunda.zeebe.msgpack.value.DocumentValue;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Variables, which gateway.proto has as texts that are JSON. */
final class Documents {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private Documents() {}

  /** The variables; none for the empty text. */
  static Map<String, Object> read(String json) {
    if (json.isEmpty()) {
      return Map.of();
    }
    try {
      Map<String, Object> document = Json.MAPPER.readValue(json, OBJECT);
      return document == null ? Map.of() : document;
    } catch (JsonProcessingException e) {
      // Without the parser's words, which quote the document.
      throw Refusal.invalid("The variables are not a JSON object");
    }
  }

  /** Most jobs have no headers: nothing has to be set up to show that. */
  static String show(DirectBuffer document) {
    if (DocumentValue.EMPTY_DOCUMENT.equals(document)) {
      return "{}";
    }
    return MsgPackConverter.convertToJson(document);
  }
}
