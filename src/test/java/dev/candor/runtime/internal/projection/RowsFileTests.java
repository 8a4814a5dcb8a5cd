package dev.candor.runtime.internal.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows written by one version and read by it, an older and a newer one. */
class RowsFileTests {

  private enum Size {
    SMALL,
    LARGE
  }

  private record Leg(String name, int length) {}

  private record Animal(
      Key key,
      String name,
      @Nullable String owner,
      Size size,
      int age,
      @Nullable Integer weight,
      boolean tame,
      @Nullable Boolean loud,
      long steps,
      Instant born,
      List<String> eats,
      Set<String> tags,
      Map<String, String> notes,
      List<Leg> legs) {}

  /** As another version knows it: something went, something came, something moved. */
  private record OtherAnimal(
      String name, boolean extinct, @Nullable String latin, List<String> eats, Key key) {}

  private static final List<Animal> ANIMALS =
      List.of(
          new Animal(
              new Key(1),
              "cat",
              null,
              Size.SMALL,
              3,
              null,
              true,
              null,
              Long.MAX_VALUE,
              Instant.parse("2020-01-01T00:00:00.123456789Z"),
              List.of("mouse", "milk"),
              Set.of("soft"),
              Map.of("mouse", "milk"),
              List.of(new Leg("left", 10), new Leg("right", 10))),
          new Animal(
              new Key(2),
              "cow",
              "cat",
              Size.LARGE,
              -1,
              700,
              false,
              true,
              0,
              Instant.parse("1960-01-01T00:00:00Z"),
              List.of(),
              Set.of(),
              Map.of(),
              List.of()),
          new Animal(
              new Key(3),
              "a name of more than sixty-four characters, which is nobody's to share with others",
              "",
              Size.SMALL,
              3,
              null,
              true,
              null,
              1,
              Instant.EPOCH,
              List.of("milk"),
              Set.of("soft"),
              Map.of(),
              List.of(new Leg("left", 11))));

  @Test
  void shouldReadWhatItWrote() throws IOException {
    assertThat(read(Animal.class, "Animal", Animal::key)).isEqualTo(ANIMALS);
  }

  @Test
  void shouldReadByTheNamesThatAnotherVersionGave() throws IOException {
    assertThat(read(OtherAnimal.class, "Animal", OtherAnimal::key))
        .hasSize(3)
        .first()
        .isEqualTo(new OtherAnimal("cat", false, null, List.of("mouse", "milk"), new Key(1)));
  }

  @Test
  void shouldPassOverATableItDoesNotKnow() throws IOException {
    assertThat(read(Animal.class, "Plant", Animal::key)).isEmpty();
  }

  @Test
  void shouldShareTextsThatRepeat() throws IOException {
    List<Animal> read = read(Animal.class, "Animal", Animal::key);

    assertThat(read.getFirst().eats().getLast()).isSameAs(read.getLast().eats().getFirst());
    assertThat(read.get(1).owner()).isSameAs(read.getFirst().name());
  }

  private static <T extends Record> List<T> read(Class<T> as, String table, Function<T, Key> key)
      throws IOException {
    var out = new ByteArrayOutputStream();
    RowsFile.write(out, List.of(new RowsFile.Part(Animal.class, ANIMALS)));
    var target = new Projection<Key, T>(new Table<>(as, "key", key)) {};
    RowsFile.read(new ByteArrayInputStream(out.toByteArray()), Map.of(table, target));
    return target.table().rows().toList();
  }
}
