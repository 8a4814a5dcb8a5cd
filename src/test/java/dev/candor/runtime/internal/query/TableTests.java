package dev.candor.runtime.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter, order and pages, on four animals. */
class TableTests {

  private record Animal(
      Key key, String name, Integer legs, Instant born, boolean tame, List<String> eats) {}

  private final Table<Key, Animal> animals =
      new Table<>(Animal.class, "key", Animal::key)
          .indexedBy("name")
          .filteredBy("food", String.class, Animal::eats)
          .indexedBy("food");

  TableTests() {
    add(1, "cat", 4, "2020-01-01T00:00:00Z", true, List.of("mouse", "milk"));
    add(2, "cow", 4, "2021-01-01T00:00:00Z", true, List.of("grass"));
    add(3, "hen", 2, "2022-01-01T00:00:00Z", true, List.of("corn"));
    add(4, "a*c", null, null, false, List.of());
  }

  private void add(
      long key, String name, Integer legs, String born, boolean tame, List<String> eats) {
    animals.put(
        new Animal(
            new Key(key), name, legs, born == null ? null : Instant.parse(born), tame, eats));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"cat\"}|1",
        "{\"name\":{\"$eq\":\"cat\"}}|1",
        "{\"name\":{\"$neq\":\"cat\"}}|2 3 4",
        "{\"name\":{\"$in\":[\"cat\",\"hen\"]}}|1 3",
        "{\"name\":{\"$notIn\":[\"cat\",\"hen\"]}}|2 4",
        "{\"name\":{\"$like\":\"c*\"}}|1 2",
        "{\"name\":{\"$like\":\"?e?\"}}|3",
        "{\"name\":{\"$like\":\"a\\\\*c\"}}|4",
        "{\"legs\":{\"$exists\":false}}|4",
        "{\"legs\":{\"$gt\":2}}|1 2",
        "{\"legs\":{\"$gte\":2,\"$lt\":4}}|3",
        "{\"born\":{\"$lte\":\"2021-01-01T01:00:00+01:00\"}}|1 2",
        "{\"key\":{\"$in\":[\"2\",\"4\"]}}|2 4",
        "{\"tame\":false}|4",
        "{\"food\":\"milk\"}|1",
        "{\"food\":{\"$in\":[\"milk\",\"mouse\"]}}|1",
        "{\"food\":{\"$neq\":\"milk\"}}|2 3 4",
        "{\"eats\":[\"milk\",\"mouse\"]}|1",
        "{\"name\":{\"$in\":[]},\"$or\":[],\"eats\":[],\"legs\":null}|1 2 3 4",
        "{\"tame\":true,\"$or\":[{\"name\":\"cat\"},{\"legs\":2}]}|1 3",
      })
  void shouldFilter(String filter, String keys) {
    assertThat(keys(search("{\"filter\":" + filter + "}"))).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"colour\":\"red\"}",
        "{\"filter\":{\"colour\":\"red\"}}",
        "{\"filter\":{\"name\":{\"$near\":\"cat\"}}}",
        "{\"filter\":{\"legs\":\"four\"}}",
        "{\"filter\":{\"born\":\"yesterday\"}}",
        "{\"filter\":{\"key\":\"x\"}}",
        "{\"filter\":[]}",
        "{\"sort\":[{\"field\":\"colour\"}]}",
        "{\"sort\":[{\"order\":\"ASC\"}]}",
        "{\"sort\":[{\"field\":\"name\",\"order\":\"up\"}]}",
        "{\"page\":{\"limit\":10001}}",
        "{\"page\":{\"from\":-1}}",
        "{\"page\":{\"from\":1,\"after\":\"x\"}}",
        "{\"page\":{\"after\":\"not a cursor\"}}",
        "{\"page\":{\"after\":\"WzEsMiwzXQ\"}}",
      })
  void shouldRefuse(String search) {
    assertThatThrownBy(() -> search(search)).isInstanceOf(InvalidQuery.class);
  }

  @Test
  void shouldSortWithWhatHasNoValueLast() {
    assertThat(keys(search("{\"sort\":[{\"field\":\"legs\"},{\"field\":\"name\"}]}")))
        .isEqualTo("3 1 2 4");
    assertThat(keys(search("{\"sort\":[{\"field\":\"legs\",\"order\":\"DESC\"}]}")))
        .isEqualTo("1 2 3 4");
  }

  @Test
  void shouldPageByOffsetAndCount() {
    SearchResult<Animal> page = search("{\"page\":{\"from\":1,\"limit\":2}}");
    assertThat(keys(page)).isEqualTo("2 3");
    assertThat(page.page().totalItems()).isEqualTo(4);
  }

  @Test
  void shouldSayThatThereIsMoreThanItCounts() {
    // given
    for (int key = 5; key <= 20_000; key++) {
      add(key, "ant", 6, null, key % 2 == 0, List.of());
    }

    // when
    var counted =
        search("{\"filter\":{\"name\":\"ant\",\"legs\":6},\"page\":{\"limit\":1}}").page();
    var known = search("{\"filter\":{\"name\":\"ant\"},\"page\":{\"limit\":1}}").page();
    var fewer = search("{\"filter\":{\"tame\":false},\"page\":{\"limit\":1}}").page();

    // then
    assertThat(counted.totalItems()).isEqualTo(10_000);
    assertThat(counted.hasMoreTotalItems()).isTrue();
    assertThat(known.totalItems()).isEqualTo(19_996);
    assertThat(known.hasMoreTotalItems()).isFalse();
    assertThat(fewer.totalItems()).isEqualTo(9_999);
    assertThat(fewer.hasMoreTotalItems()).isFalse();
  }

  @Test
  void shouldFollowCursorsThoughRowsComeAndGo() {
    // given
    String order = "\"sort\":[{\"field\":\"born\",\"order\":\"DESC\"}]";
    SearchResult<Animal> first = search("{" + order + ",\"page\":{\"limit\":2}}");

    // when
    animals.remove(new Key(3));
    add(5, "dog", 4, "2023-01-01T00:00:00Z", true, List.of());
    SearchResult<Animal> second =
        search("{%s,\"page\":{\"after\":\"%s\"}}".formatted(order, first.page().endCursor()));
    SearchResult<Animal> back =
        search("{%s,\"page\":{\"before\":\"%s\"}}".formatted(order, second.page().startCursor()));

    // then
    assertThat(keys(first)).isEqualTo("3 2");
    assertThat(keys(second)).isEqualTo("1 4");
    assertThat(keys(back)).isEqualTo("5 2");
  }

  @Test
  void shouldKeepItsIndexWhenARowChanges() {
    // when
    add(1, "tiger", 4, "2020-01-01T00:00:00Z", false, List.of());

    // then
    assertThat(keys(search("{\"filter\":{\"name\":\"cat\"}}"))).isEmpty();
    assertThat(animals.where("name", "tiger")).hasSize(1);

    // when
    animals.clear();

    // then
    assertThat(animals.where("name", "tiger")).isEmpty();
    assertThat(search("{}").page().totalItems()).isZero();
  }

  private SearchResult<Animal> search(String body) {
    try {
      return animals.search(SearchRequest.read(new ObjectMapper().readTree(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String keys(SearchResult<Animal> found) {
    List<String> keys = new ArrayList<>();
    found.items().forEach(animal -> keys.add(animal.key().toString()));
    return String.join(" ", keys);
  }
}
