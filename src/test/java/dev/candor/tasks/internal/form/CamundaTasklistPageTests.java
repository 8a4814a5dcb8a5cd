package dev.candor.tasks.internal.form;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code src/docs/camunda-tasklist.md} says of each form what reaches the engine, and what does
 * not.
 */
class CamundaTasklistPageTests {

  private static final Path PAGE = Path.of("src/docs/camunda-tasklist.md");

  @Test
  void shouldSayOfEachFormWhatReachesTheEngine() throws IOException {
    // given
    var page = Files.readString(PAGE);
    try (Stream<Path> forms =
        Files.list(Path.of("processes")).filter(file -> file.toString().endsWith(".form"))) {
      // then
      assertThat(forms).isNotEmpty().allSatisfy(form -> assertThat(page).contains(row(form)));
    }
  }

  private static String row(Path file) throws IOException {
    var form = FormReader.read(Files.readString(file));
    var name = file.getFileName().toString().replace(".form", "");
    return "| `%s` | %s | %s |"
        .formatted(name, keys(form, Field::routes), keys(form, field -> !field.routes()));
  }

  private static String keys(Form form, Predicate<Field> wanted) {
    var keys =
        form.fields().values().stream()
            .filter(wanted)
            .map(field -> "`" + field.key() + "`")
            .collect(joining(" "));
    return keys.isEmpty() ? "nothing" : keys;
  }
}
