package dev.candor.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.Readers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeardAtOnceTests {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String ONE = "SR-2026-00001";
  private static final String OTHER = "SR-2026-00002";

  private final Person reader =
      new Person(new PersonId("ines"), "Ines", "ines@x", Set.of(), Set.of(), ZoneOffset.UTC);
  private final List<Set<String>> asked = new ArrayList<>();
  private final Set<String> steppedOutOf = new HashSet<>();
  private Instant now = NOON;

  @Test
  void shouldAskForAllLettersOfALineAtOnce() {
    var letters = List.of(letter(ONE), letter(OTHER), letter(ONE));
    var heard = heard(letters);
    for (var letter : letters) {
      assertThat(heard.of(news(letter), reader)).isEqualTo(news(letter));
    }
    assertThat(asked).containsExactly(Set.of(ONE, OTHER));
  }

  @Test
  void shouldAskAnewForALetterThatGoesOutLater() {
    // given
    var letters = List.of(letter(ONE), letter(OTHER), letter(ONE));
    var heard = heard(letters);
    heard.of(news(letters.get(0)), reader);
    // when they step out of the case, and the server takes more than a second for a letter
    steppedOutOf.add(ONE);
    now = now.plusMillis(1_001);
    // then
    assertThat(heard.of(news(letters.get(1)), reader)).isEqualTo(news(letters.get(1)));
    assertThat(heard.of(news(letters.get(2)), reader)).isEmpty();
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldAskForWhatADigestTells() {
    var heard = heard(List.of(digest()));
    var told =
        Stream.of(letter(ONE), letter(OTHER)).map(letter -> news(letter).getFirst()).toList();
    steppedOutOf.add(OTHER);
    assertThat(heard.of(told, reader)).containsExactly(told.getFirst());
    assertThat(asked).containsExactly(Set.of(ONE, OTHER));
  }

  @Test
  void shouldNotTakeAnAnswerThatDidNotComeForANo() {
    // given a database that does not answer once
    var letters = List.of(letter(ONE));
    var failures = new ArrayList<>(List.of(new IllegalStateException("gone for a minute")));
    var heard =
        new HeardAtOnce(
            new WhoMayHear(
                (person, references) -> {
                  if (!failures.isEmpty()) {
                    throw failures.removeFirst();
                  }
                  return answer(person, references);
                }),
            clock(),
            letters);
    // when
    assertThatThrownBy(() -> heard.of(news(letters.getFirst()), reader))
        .hasMessage("gone for a minute");
    // then
    assertThat(heard.of(news(letters.getFirst()), reader)).hasSize(1);
  }

  private HeardAtOnce heard(List<OutgoingMail> letters) {
    return new HeardAtOnce(new WhoMayHear(this::answer), clock(), letters);
  }

  private Map<String, Readers.Hearing> answer(Person person, Set<String> references) {
    asked.add(references);
    return references.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                reference -> reference,
                reference ->
                    steppedOutOf.contains(reference)
                        ? Readers.Hearing.NOTHING
                        : Readers.Hearing.ALL));
  }

  private static List<News> news(OutgoingMail letter) {
    return letter.news().stream().toList();
  }

  private static OutgoingMail letter(String reference) {
    return mail(Notice.TASK_OFFERED, reference);
  }

  private static OutgoingMail digest() {
    return mail(null, null);
  }

  private static OutgoingMail mail(Notice notice, String reference) {
    var id = UUID.randomUUID();
    return new OutgoingMail(
        id, notice, reference, null, "occasion", "ines", "<" + id + ">", NOON, NOON, 1, null);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
