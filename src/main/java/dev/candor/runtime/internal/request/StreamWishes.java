package dev.candor.runtime.internal.request;

import io.camunda.zeebe.auth.Authorization;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * How a worker wants the jobs activated that it is handed. Never changes, so that the engine may
 * read it while others compare it.
 *
 * @param timeout milliseconds for which no other worker gets them
 */
public record StreamWishes(DirectBuffer worker, List<DirectBuffer> fetchVariables, long timeout)
    implements JobActivationProperties {

  /** Checked as the contract has it. */
  public static StreamWishes of(
      String worker, List<String> fetchVariables, long timeout, List<String> tenantIds) {
    if (timeout < 1) {
      throw Refusal.invalid("The timeout must be greater than 0");
    }
    tenantIds.forEach(Values::tenant);
    return new StreamWishes(
        Values.buffer(worker), fetchVariables.stream().map(Values::buffer).toList(), timeout);
  }

  @Override
  public List<String> tenantIds() {
    return List.of(Engine.TENANT);
  }

  @Override
  public Map<String, Object> claims() {
    return Map.of(Authorization.AUTHORIZED_ANONYMOUS_USER, true);
  }

  @Override
  public int getLength() {
    throw stays();
  }

  @Override
  public int write(MutableDirectBuffer buffer, int offset) {
    throw stays();
  }

  private static IllegalStateException stays() {
    return new IllegalStateException("The wishes of a stream are not sent anywhere");
  }
}
