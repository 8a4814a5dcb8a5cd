package dev.candor.notification.internal;

import dev.candor.access.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one reader may hear of what goes to them by one line: asked for all letters at once, and
 * anew for those that go out more than a moment later, because between two letters their reader may
 * step out of a case.
 */
final class HeardAtOnce {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final WhoMayHear mayHear;
  private final Clock clock;
  private final List<News> all;
  private Set<News> asked = Set.of();
  private Set<News> heard = Set.of();
  private Instant askedAt = Instant.EPOCH;

  /**
   * @param letters to one reader
   */
  HeardAtOnce(WhoMayHear mayHear, Clock clock, List<OutgoingMail> letters) {
    this.mayHear = mayHear;
    this.clock = clock;
    this.all = letters.stream().flatMap(letter -> letter.news().stream()).toList();
  }

  /** Those of these that their reader may hear now. */
  synchronized List<News> of(List<News> news, Person reader) {
    var now = clock.instant();
    if (!asked.containsAll(news) || now.isAfter(askedAt.plus(MOMENT))) {
      var wanted =
          Stream.concat(all.stream(), news.stream()).collect(Collectors.toUnmodifiableSet());
      heard = Set.copyOf(mayHear.of(wanted, reader));
      asked = wanted;
      askedAt = now;
    }
    return news.stream().filter(heard::contains).toList();
  }
}
