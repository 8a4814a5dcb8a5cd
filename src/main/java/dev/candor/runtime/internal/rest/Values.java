package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Problem;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** From the contract's values to the engine's. */
final class Values {

  private Values() {}

  static DirectBuffer variables(@Nullable Map<String, Object> variables) {
    Map<String, Object> document = variables == null ? Map.of() : variables;
    return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(document));
  }

  /** A text, or the empty text, which is the engine's "not given". */
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String required(String property, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid("No " + property + " provided");
    }
    return text;
  }

  static <T> T required(String property, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid("No " + property + " provided");
    }
    return value;
  }

  static long key(String property, @Nullable String key) {
    try {
      return Long.parseLong(required(property, key));
    } catch (NumberFormatException e) {
      throw Problem.invalid("The provided " + property + " '" + key + "' is not a key");
    }
  }

  static long reference(@Nullable Long operationReference) {
    if (operationReference == null) {
      return Command.NO_REFERENCE;
    }
    if (operationReference < 1) {
      throw Problem.invalid("The operationReference must be greater than 0");
    }
    return operationReference;
  }

  /** This runtime has one tenant. */
  static String tenant(@Nullable String tenantId) {
    if (tenantId != null && !tenantId.isEmpty() && !tenantId.equals(Engine.TENANT)) {
      throw Problem.invalid("Multi-tenancy is not enabled, but a tenantId was provided");
    }
    return Engine.TENANT;
  }
}
