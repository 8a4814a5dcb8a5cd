package dev.candor.runtime.internal.boot;

import dev.candor.runtime.CamundaRuntime;
import dev.candor.runtime.RuntimeProperties;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the runtime where no Camunda cluster is configured, beside the rest of the start, and
 * tells the official client where it is.
 */
class StartRuntime implements ApplicationListener<ApplicationPreparedEvent> {

  private static final Logger LOGGER = LoggerFactory.getLogger(StartRuntime.class);

  private static final List<String> CLUSTER =
      List.of(
          "camunda.client.mode",
          "camunda.client.rest-address",
          "camunda.client.grpc-address",
          "camunda.client.cloud.cluster-id");

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    var context = event.getApplicationContext();
    var environment = context.getEnvironment();
    var properties =
        Binder.get(environment).bindOrCreate("candor.runtime", RuntimeProperties.class);
    if (!properties.enabled() || CLUSTER.stream().anyMatch(environment::containsProperty)) {
      return;
    }
    var runtime = new StartingRuntime(() -> start(properties, environment));
    environment.getPropertySources().addLast(new RuntimeAddresses(runtime));
    if (properties.asksForCredential()) {
      // First: the client's starter has a default of its own, that there is no credential.
      environment.getPropertySources().addFirst(credential(properties));
    }
    if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
      // Known before every other bean, so ended after every other: the client's workers first of
      // all.
      beans.registerDisposableBean("camundaRuntime", runtime::close);
    }
  }

  private static CamundaRuntime start(
      RuntimeProperties properties, ConfigurableEnvironment environment) {
    var runtime = ConfiguredRuntime.start(properties, environment);
    LOGGER.info(
        "Camunda 8 runs in this JVM, {}: REST at {}, gRPC at {}",
        ConfiguredRuntime.kind(properties),
        runtime.restAddress(),
        runtime.grpcAddress());
    return runtime;
  }

  private static MapPropertySource credential(RuntimeProperties properties) {
    return new MapPropertySource(
        "candorRuntimeCredential",
        Map.of(
            "camunda.client.auth.method", "basic",
            "camunda.client.auth.username", properties.user(),
            "camunda.client.auth.password", properties.password()));
  }
}
