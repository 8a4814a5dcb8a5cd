package dev.candor.runtime.internal.boot;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Where the runtime is, as the properties the official client reads. A value is asked for when
 * somebody wants it, and then waits until the runtime is up: until then the context starts beside
 * it.
 */
final class RuntimeAddresses extends EnumerablePropertySource<StartingRuntime> {

  private final Map<String, Supplier<Object>> values;

  RuntimeAddresses(StartingRuntime runtime) {
    super("candorRuntime", runtime);
    values = new HashMap<>();
    values.put("camunda.client.mode", () -> "self-managed");
    values.put("camunda.client.prefer-rest-over-grpc", () -> true);
    values.put("camunda.client.rest-address", () -> runtime.await().restAddress());
    values.put("camunda.client.grpc-address", () -> runtime.await().grpcAddress());
    values.put("candor.runtime.rest-address", () -> runtime.await().restAddress());
    values.put("candor.runtime.management-address", () -> runtime.await().managementAddress());
  }

  @Override
  public String[] getPropertyNames() {
    return values.keySet().toArray(String[]::new);
  }

  @Override
  public @Nullable Object getProperty(String name) {
    var value = values.get(name);
    return value == null ? null : value.get().toString();
  }
}
