package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom words mean by an {@code @}. */
class WrittenMentionsTests {

  private static final List<Person> EVERYBODY =
      List.of(
          person("jo", "Jo Ng"),
          person("jo-2", "Jo Ngata"),
          person("ana@example.org", "Ana Sá"),
          person("sam-1", "Sam Hill"),
          person("sam-2", "Sam Hill"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Jo Ng                            | jo",
        "(@jo ng), please                  | jo",
        "@Jo Ngata: yes                    | jo-2",
        "@jo-2 and @jo                     | jo-2 jo",
        "@Ana Sá!                          | ana@example.org",
        "@ana@example.org                  | ana@example.org",
        "See @Sam Hill.                    | sam-1 sam-2",
        "The account @Jo_Ng or @Ngata      | ''",
        "Write to press@jo or me@Jo Ng     | ''",
        "@Jona Ng, @joanna, @              | ''",
        "https://example.org/@jo           | ''",
        "The accounts @jo-watch, @jo.press | ''",
        "Not their sister @Sam Hill-Jones  | ''",
        "Is it @jo - or @Jo Ng.            | jo jo"
      })
  void shouldFindWhoIsMeant(String words, String meant) {
    assertThat(
            WrittenMentions.in(words, EVERYBODY).stream()
                .flatMap(written -> written.people().stream())
                .map(person -> person.id().value()))
        .containsExactly(meant.isEmpty() ? new String[0] : meant.split(" "));
  }

  private static Person person(String id, String name) {
    return new Person(new PersonId(id), name, "", Set.of(), Set.of(), ZoneOffset.UTC);
  }
}
