package dev.candor.runtime.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.engine.EngineCore;
import dev.candor.runtime.internal.log.MemoryJournal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is served of the contract that Camunda ships, {@code rest-api.yaml}; the rest is listed for
 * the runtime, which answers 501, and for its readers. Both lists are made here: run this test with
 * {@code -Dcandor.contract.write=true}.
 */
class ContractTests {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Path LIST =
      Path.of("src/main/resources/dev/candor/runtime/internal/rest", Contract.NOT_SERVED);
  private static final Path PAGE = Path.of("src/docs/runtime.md");
  private static final String BEGIN = "<!-- not served: made by ContractTests -->\n";
  private static final String END = "<!-- not served: end -->\n";
  private static final String STALE =
      "%s is stale; make it anew: mvn test -Dtest=ContractTests -Dcandor.contract.write=true";

  private static Set<String> contract;
  private static Set<String> served;

  @BeforeAll
  static void read() throws IOException {
    contract = operationsOfTheContract();
    try (EngineCore core = new EngineCore(new MemoryJournal())) {
      served =
          RestApi.served(core).all().stream()
              .map(route -> route.method() + " " + route.path().substring(RestApi.PREFIX.length()))
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void shouldServeNothingButWhatIsInTheContract() {
    assertThat(contract).containsAll(served);
  }

  @Test
  void shouldListForTheRuntimeWhatIsNotServed() throws IOException {
    String list = String.join("\n", notServed()) + "\n";
    write(LIST, list);
    assertThat(LIST).as(STALE, LIST).hasContent(list);
  }

  @Test
  void shouldListForReadersWhatIsNotServed() throws IOException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String after = page.substring(page.indexOf(END));
    write(PAGE, before + section() + after);
    assertThat(Files.readString(PAGE)).as(STALE, PAGE).isEqualTo(before + section() + after);
  }

  private static void write(Path file, String content) throws IOException {
    if (Boolean.getBoolean("candor.contract.write")) {
      Files.writeString(file, content);
    }
  }

  private static Set<String> notServed() {
    Set<String> notServed = new TreeSet<>(contract);
    notServed.removeAll(served);
    return notServed;
  }

  /** A line for each kind of thing: its path, and what could be done below it. */
  private static String section() {
    Map<String, Set<String>> byThing = new TreeMap<>();
    for (String operation : notServed()) {
      String thing = operation.replaceFirst("^\\w+ (/[\\w-]+).*", "$1");
      byThing
          .computeIfAbsent(thing, any -> new TreeSet<>())
          .add(operation.replaceFirst(thing, "").trim());
    }
    StringBuilder section =
        new StringBuilder(
            "%d of the contract's %d operations are served. These are not:\n\n"
                .formatted(served.size(), contract.size()));
    section.append("| Below | Not served |\n|---|---|\n");
    byThing.forEach(
        (thing, operations) ->
            section
                .append("| `%s` | ".formatted(thing))
                .append(
                    operations.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")))
                .append(" |\n"));
    return section.toString();
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
