package dev.candor.runtime;

import dev.candor.runtime.internal.boot.ConfiguredRuntime;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Nothing but the runtime: no pages, no database, no mail. The same properties as in the service,
 * whose component scan must not find this: so it is no {@code @Configuration}.
 */
@EnableConfigurationProperties(RuntimeProperties.class)
public class Alone {

  private static final Logger LOGGER = LoggerFactory.getLogger("dev.candor.Candor");

  private static final String IN_MEMORY = "--in-memory";

  private final RuntimeProperties properties;

  Alone(RuntimeProperties properties) {
    this.properties = properties;
  }

  /** Runs until the process is told to stop. */
  public static void main(String... arguments) {
    var application = new SpringApplication(Alone.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    // What else the service's class path would have started is left out.
    application.setInitializers(List.of());
    application.setListeners(
        List.of(
            new EnvironmentPostProcessorApplicationListener(), new LoggingApplicationListener()));
    application.setLogStartupInfo(false);
    application.setKeepAlive(true);
    application.run(
        Arrays.stream(arguments)
            .map(
                argument ->
                    argument.equals(IN_MEMORY) ? "--candor.runtime.in-memory=true" : argument)
            .toArray(String[]::new));
  }

  @Bean
  CamundaRuntime runtime(ApplicationArguments arguments, Environment environment) {
    var unknown =
        Arrays.stream(arguments.getSourceArgs())
            .filter(argument -> !argument.matches("--[^=]+=.*"))
            .findFirst();
    if (unknown.isPresent()) {
      throw new NotUnderstood(unknown.get());
    }
    return ConfiguredRuntime.start(properties, environment);
  }

  @EventListener
  void onReady(ApplicationReadyEvent event) {
    var runtime = event.getApplicationContext().getBean(CamundaRuntime.class);
    LOGGER.info(
        "Camunda 8 is ready, {}: REST at {}, gRPC at {}, management at {} ({} s)",
        ConfiguredRuntime.kind(properties),
        runtime.restAddress(),
        runtime.grpcAddress(),
        runtime.managementAddress(),
        "%.1f".formatted(event.getTimeTaken().toMillis() / 1000.0));
  }

  @EventListener
  void onStop(ContextClosedEvent event) {
    LOGGER.info("Camunda 8 stops");
  }
}
