package dev.candor.tasks.internal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code src/docs/rules-of-the-desk.md} says is what the code has, and the tests it names
 * exist.
 */
class RulesOfTheDeskTests {

  private static final Path PAGE = Path.of("src/docs/rules-of-the-desk.md");
  private static final Path CODE = Path.of("src/main/java/dev/candor/tasks/internal");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern TEST = Pattern.compile("`(?:(\\w+Tests)#)?(should\\w+)`");
  private static final Pattern REASON =
      Pattern.compile("refuse\\(\\s*Kind\\.\\w+,\\s*((?:\"[^\"]*\"\\s*\\+?\\s*)+)");

  @Test
  void shouldNameEachRuleAndTheReasonItGives() throws IOException {
    // given
    var page = Files.readString(PAGE);
    // then
    assertThat(named(TaskRule.class, TaskRule.class).keySet())
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(page).contains("\n| `" + rule + "` |"));
    assertThat(reasons())
        .hasSizeGreaterThan(10)
        .allSatisfy(reason -> assertThat(page).contains("| " + reason.strip() + " |"));
  }

  @Test
  void shouldNameEachReasonThatOnlyAClientReads() throws IOException {
    var page = Files.readString(PAGE);
    assertThat(named(Denials.class, String.class))
        .isNotEmpty()
        .allSatisfy(
            (name, reason) -> assertThat(page).contains("\n| `" + name + "` | " + reason + " |"));
  }

  @Test
  void shouldNameTheRulesOfEachActInTheirOrder() throws IOException {
    // given
    var page = Files.readString(PAGE);
    var names =
        named(TaskRule.class, TaskRule.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    // then
    assertThat(named(TaskRule.class, List.class))
        .isNotEmpty()
        .allSatisfy(
            (act, rules) ->
                assertThat(page).contains("| `" + act + "` | " + inOrder(rules, names) + " |"));
  }

  @Test
  void shouldNameTestsThatExist() throws IOException {
    var sources = sources();
    assertThat(TEST.matcher(Files.readString(PAGE)).results())
        .isNotEmpty()
        .allSatisfy(
            found -> {
              var inClass = found.group(1) == null ? "RulesByEveryDoorTests" : found.group(1);
              assertThat(sources.getOrDefault(inClass + ".java", ""))
                  .as(inClass)
                  .contains("@Test")
                  .contains("void " + found.group(2) + "()");
            });
  }

  @Test
  void shouldNameEachTestThatBreaksARule() throws IOException {
    var page = Files.readString(PAGE);
    assertThat(
            Pattern.compile("void (should\\w+)\\(\\)")
                .matcher(sources().get("RulesByEveryDoorTests.java"))
                .results()
                .map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(page).contains("`" + test + "`"));
  }

  private static String inOrder(List<?> rules, Map<TaskRule, String> names) {
    return rules.stream().map(rule -> "`" + names.get(rule) + "`").collect(joining(" "));
  }

  /** The constants of a class that are of a type, by their names. */
  private static <T> Map<String, T> named(Class<?> of, Class<T> type) {
    return Arrays.stream(of.getDeclaredFields())
        .filter(field -> field.getType() == type)
        .collect(Collectors.toMap(Field::getName, field -> type.cast(value(field))));
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As far as they are written down: a name that follows is not. */
  private static List<String> reasons() throws IOException {
    return REASON
        .matcher(Files.readString(CODE.resolve("TaskRule.java")))
        .results()
        .map(found -> found.group(1).replaceAll("\"\\s*\\+\\s*\"|\"\\s*\\+?\\s*$|^\"", ""))
        .toList();
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Tests.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString(),
                  RulesOfTheDeskTests::read,
                  (one, other) -> one + other));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
