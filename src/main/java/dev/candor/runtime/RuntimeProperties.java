package dev.candor.runtime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The runtime in this JVM, used where no Camunda cluster is configured ({@code camunda.client.*}).
 * It listens on the loopback interface; port 0 = any free.
 *
 * @param enabled false: never start it, whatever is configured
 * @param inMemory true: keep nothing over a restart, touch no file of the data directory
 * @param restPort the Orchestration Cluster REST API
 * @param grpcPort the gRPC API
 * @param managementPort purge, clock, health and metrics
 */
@ConfigurationProperties("candor.runtime")
public record RuntimeProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("false") boolean inMemory,
    @DefaultValue("8081") int restPort,
    @DefaultValue("26500") int grpcPort,
    @DefaultValue("9600") int managementPort) {}
