package dev.candor;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The main job: the service, with everything that is not configured to be elsewhere. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CandorApplication {

  /**
   * Carriers for virtual threads, above the default of one per core: a virtual thread that waits
   * for a class to be loaded holds on to its carrier, and on two cores the packaged jar's start
   * stood still when both did (see src/docs/adr/0008).
   */
  private static final int CARRIERS = 32;

  public static void main(String[] args) {
    System.getProperties()
        .putIfAbsent("jdk.virtualThreadScheduler.parallelism", Integer.toString(CARRIERS));
    SpringApplication.run(CandorApplication.class, args);
  }

  /** The one source of the time, so that tests can have their own. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
