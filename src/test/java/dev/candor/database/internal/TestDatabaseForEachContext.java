package dev.candor.database.internal;

import dev.candor.support.EveryRow;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives every application context of a test a fresh database, a data directory of its own and free
 * ports, without a word in the test. What a test sets itself stays.
 */
class TestDatabaseForEachContext implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return new Customizer();
  }

  /** A record without parts: all are equal, so that contexts are shared between test classes. */
  record Customizer() implements ContextCustomizer {

    private static final List<String> PORTS =
        List.of(
            "candor.runtime.rest-port",
            "candor.runtime.grpc-port",
            "candor.runtime.management-port",
            "candor.mail.smtp-port",
            "candor.mail.imap-port");

    private static String unique() {
      return UUID.randomUUID().toString();
    }

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      var environment = context.getEnvironment();
      if ("data".equals(environment.getProperty("candor.data-dir"))) {
        TestPropertyValues.of("candor.data-dir=" + Path.of("target", "test-data", unique()))
            .applyTo(context);
      }
      for (var port : PORTS) {
        if (!environment.containsProperty(port)) {
          TestPropertyValues.of(port + "=0").applyTo(context);
        }
      }
      if (environment.containsProperty("spring.datasource.url")) {
        return;
      }
      var database = TestDatabase.fresh();
      TestPropertyValues.of(
              "spring.datasource.url=" + database.url(),
              "spring.datasource.username=" + database.user(),
              "spring.datasource.password=" + database.password(),
              "spring.flyway.user=" + database.owner(),
              "spring.flyway.password=" + database.ownerPassword())
          .applyTo(context);
      context.getBeanFactory().registerSingleton("everyRow", new EveryRow(database.everyRow()));
    }
  }
}
