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

  public static void main(String[] args) {
    SpringApplication.run(CandorApplication.class, args);
  }

  /** The one source of the time, so that tests can have their own. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
