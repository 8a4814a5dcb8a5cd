package dev.candor.runtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The runtime in this JVM, used where no Camunda cluster is configured ({@code camunda.client.*}).
 * Port 0 = any free.
 *
 * @param enabled false: never start it, whatever is configured
 * @param inMemory true: keep nothing over a restart, touch no file of the data directory
 * @param host where to listen; another than the loopback interface's wants a password
 * @param user the name callers bring
 * @param password what they prove it with; empty: nobody is asked
 * @param restPort the Orchestration Cluster REST API
 * @param grpcPort the gRPC API
 * @param managementPort purge, clock, health and metrics
 * @param retention how long searches find what has ended, by the engine's clock
 * @param snapshotAfter how much the log grows until a snapshot stands for it and it can go
 */
@ConfigurationProperties("candor.runtime")
public record RuntimeProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("false") boolean inMemory,
    @DefaultValue("127.0.0.1") String host,
    @DefaultValue("camunda") String user,
    @DefaultValue("") String password,
    @DefaultValue("8081") int restPort,
    @DefaultValue("26500") int grpcPort,
    @DefaultValue("9600") int managementPort,
    @DefaultValue("30d") Duration retention,
    @DefaultValue("32MB") DataSize snapshotAfter) {

  /** Whether callers are asked who they are. */
  public boolean asksForCredential() {
    return !password.isEmpty();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RuntimeProperties[host=%s, ports %d, %d, %d]"
        .formatted(host, restPort, grpcPort, managementPort);
  }
}
