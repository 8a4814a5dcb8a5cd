package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The scenarios in processes/README.md are those that the scenario classes run, and no others. */
class ScenarioTableTests {

  private static final String SUFFIX = "ScenariosTests";
  private static final Pattern ROW = Pattern.compile("\\|([^|]+)\\|([^|]+)\\|([^|]+)\\|");
  private static final Set<JavaClass> CLASSES =
      new ClassFileImporter()
          .importPackages("dev.candor.processes").stream()
              .filter(each -> each.getSimpleName().endsWith(SUFFIX))
              .collect(Collectors.toSet());

  @Test
  void shouldNameATestInEachRowAndEachTestInARow() throws IOException {
    var named = new TreeSet<String>();
    for (var row : rows()) {
      var tests = Arrays.stream(row.split("<br>")).map(String::strip).toList();
      assertThat(tests).as(row).allMatch(test -> test.matches("[A-Za-z]+: should[A-Za-z]+"));
      named.addAll(tests);
    }

    assertThat(named)
        .as("Each scenario has a row in processes/README.md, and each row a scenario that shows it")
        .containsExactlyInAnyOrderElementsOf(scenarios());
  }

  @Test
  void shouldShowEachDiagramInTheScenariosOfAClass() throws IOException {
    var shown = new TreeSet<String>();
    for (var each : CLASSES) {
      var source = Path.of("src/test/java", each.getName().replace('.', '/') + ".java");
      Pattern.compile("\"([a-z-]+\\.bpmn)\"")
          .matcher(Files.readString(source))
          .results()
          .forEach(file -> shown.add(file.group(1)));
      assertThat(each.getAllMethods())
          .as("%s looks whether it has reached every element", each.getSimpleName())
          .extracting(JavaMethod::getName)
          .contains("shouldHaveReachedEveryElement");
    }

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            ProcessFiles.ofKind("bpmn").stream()
                .map(file -> file.getFileName().toString())
                .toList());
  }

  /** Their last columns. */
  private static List<String> rows() throws IOException {
    var text = Files.readString(ProcessFiles.FOLDER.resolve("README.md"));
    var from = text.indexOf("## The scenarios and their expected way");
    var to = text.indexOf("## What happens to cases under way");
    var rows =
        text.substring(from, to)
            .lines()
            .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
            .filter(line -> !line.endsWith("| Shown by |"))
            .toList();
    assertThat(rows).isNotEmpty().allMatch(line -> ROW.matcher(line).matches());
    return rows.stream().map(line -> line.split("\\|")[3].strip()).toList();
  }

  private static Set<String> scenarios() {
    return CLASSES.stream()
        .flatMap(each -> each.getMethods().stream())
        .filter(
            method ->
                method.isAnnotatedWith(Test.class)
                    || method.isAnnotatedWith(ParameterizedTest.class))
        .map(
            method ->
                method.getOwner().getSimpleName().replace(SUFFIX, "") + ": " + method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
