package dev.candor.runtime.internal.boot;

import dev.candor.runtime.CamundaRuntime;
import dev.candor.runtime.NotOurHost;
import dev.candor.runtime.RuntimeProperties;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** A runtime as the properties want it. */
public final class ConfiguredRuntime {

  private ConfiguredRuntime() {}

  /**
   * @throws dev.candor.runtime.CannotStart why it does not
   */
  public static CamundaRuntime start(RuntimeProperties properties, Environment environment) {
    var builder =
        CamundaRuntime.builder()
            .host(host(properties.host()))
            .restPort(properties.restPort())
            .grpcPort(properties.grpcPort())
            .managementPort(properties.managementPort())
            .retention(properties.retention())
            .snapshotAfter(properties.snapshotAfter());
    if (properties.asksForCredential()) {
      builder.credential(properties.user(), properties.password());
    }
    if (!properties.inMemory()) {
      var data = Path.of(environment.getProperty("candor.data-dir", "data"));
      builder.folder(data.resolve("runtime"));
    }
    return builder.start();
  }

  /** How it keeps what it knows, in the words of a log. */
  public static String kind(RuntimeProperties properties) {
    return properties.inMemory() ? "in memory" : "durable";
  }

  private static InetAddress host(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new NotOurHost(name);
    }
  }
}
