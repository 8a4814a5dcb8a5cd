package dev.candor.database.internal;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives every application context of a test a fresh database, without a word in the test. */
class TestDatabaseForEachContext implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return new Customizer();
  }

  /** A record without parts: all are equal, so that contexts are shared between test classes. */
  record Customizer() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      if (context.getEnvironment().containsProperty("spring.datasource.url")) {
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
    }
  }
}
