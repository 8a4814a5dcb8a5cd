package dev.candor.runtime.internal.boot;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives every whole application of a test its own runtime in memory on free ports, and slices of
 * one none, unless the test says otherwise.
 */
class TestRuntimeForEachContext implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return new Customizer(
        TestContextAnnotationUtils.hasAnnotation(testClass, SpringBootTest.class));
  }

  /** Equal for equal needs, so that contexts are shared between test classes. */
  record Customizer(boolean isWhole) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      context
          .getEnvironment()
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "testRuntime",
                  Map.of(
                      "candor.runtime.enabled", isWhole,
                      "candor.runtime.in-memory", true,
                      "candor.runtime.rest-port", 0,
                      "candor.runtime.grpc-port", 0,
                      "candor.runtime.management-port", 0)));
    }
  }
}
