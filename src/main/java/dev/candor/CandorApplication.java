package dev.candor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The main job: the service, with everything that is not configured to be elsewhere. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CandorApplication {

  public static void main(String[] args) {
    SpringApplication.run(CandorApplication.class, args);
  }
}
