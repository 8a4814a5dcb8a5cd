package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** From the contract's values to the engine's. */
public final class Values {

  private Values() {}

  public static DirectBuffer variables(@Nullable Map<String, Object> variables) {
    Map<String, Object> document = variables == null ? Map.of() : variables;
    return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(document));
  }

  public static DirectBuffer buffer(String text) {
    return new UnsafeBuffer(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text, or the empty text, which is the engine's "not given". */
  public static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  public static String required(String property, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid("No " + property + " provided");
    }
    return text;
  }

  public static <T> T required(String property, @Nullable T value) {
    if (value == null) {
      throw Refusal.invalid("No " + property + " provided");
    }
    return value;
  }

  public static long key(String property, @Nullable String key) {
    try {
      return Long.parseLong(required(property, key));
    } catch (NumberFormatException e) {
      throw Refusal.invalid("The provided " + property + " '" + key + "' is not a key");
    }
  }

  public static long reference(@Nullable Long operationReference) {
    if (operationReference == null) {
      return Command.NO_REFERENCE;
    }
    if (operationReference < 1) {
      throw Refusal.invalid("The operationReference must be greater than 0");
    }
    return operationReference;
  }

  /** This runtime has one tenant. */
  public static String tenant(@Nullable String tenantId) {
    if (tenantId != null && !tenantId.isEmpty() && !tenantId.equals(Engine.TENANT)) {
      throw Refusal.invalid("Multi-tenancy is not enabled, but a tenantId was provided");
    }
    return Engine.TENANT;
  }
}
