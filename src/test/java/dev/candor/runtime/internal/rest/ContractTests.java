package dev.candor.runtime.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.engine.EngineCore;
import dev.candor.runtime.internal.log.MemoryJournal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The API against the contract that Camunda ships, {@code rest-api.yaml}. */
class ContractTests {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static Set<String> contract;
  private static Set<String> routes;

  @BeforeAll
  static void read() throws IOException {
    contract = operationsOfTheContract();
    try (EngineCore core = new EngineCore(new MemoryJournal())) {
      routes =
          RestApi.routes(core).all().stream()
              .map(route -> route.method() + " " + route.path().substring(RestApi.PREFIX.length()))
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void shouldAnswerEveryOperationOfTheContractAndNoOther() {
    assertThat(routes).isEqualTo(contract);
  }

  @Test
  void shouldListAsNotServedOnlyWhatNobodyServes() throws IOException {
    try (EngineCore core = new EngineCore(new MemoryJournal())) {
      assertThat(RestApi.routes(core).all())
          .extracting(route -> route.method() + " " + route.path())
          .as("a route that is served and listed in %s", Contract.NOT_SERVED)
          .doesNotHaveDuplicates();
    }
  }

  @SuppressWarnings("unchecked")
  private static Set<String> operationsOfTheContract() throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(10_000_000);
    try (InputStream yaml = ContractTests.class.getResourceAsStream("/rest-api.yaml")) {
      Map<String, Object> document = new Yaml(new SafeConstructor(options)).load(yaml);
      Map<String, Map<String, Object>> paths =
          (Map<String, Map<String, Object>>) document.get("paths");
      Set<String> operations = new TreeSet<>();
      paths.forEach(
          (path, methods) ->
              methods.keySet().stream()
                  .filter(METHODS::contains)
                  .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
      return operations;
    }
  }
}
