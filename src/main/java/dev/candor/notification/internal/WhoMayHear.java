package dev.candor.notification.internal;

import dev.candor.access.Person;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.Readers;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a reader may still be told, asked when a letter is sent and when its link is followed:
 * between writing and either they may have stepped out of the case.
 */
@Component
class WhoMayHear {

  /** Who answers for the route hears of these without knowing the case. */
  private static final Set<Notice> OF_THE_ROUTE =
      EnumSet.of(
          Notice.STEP_OVERDUE,
          Notice.REVIEW_OVERDUE,
          Notice.DECISION_OVERDUE,
          Notice.NOBODY_LEFT,
          Notice.EMERGENCY_ACCESS);

  private final Readers readers;

  WhoMayHear(Readers readers) {
    this.readers = readers;
  }

  boolean of(Notice notice, String reference, Person reader) {
    return isFor(notice, hearing(Set.of(reference), reader).get(reference));
  }

  /** Those of these that they may hear, asked at once. */
  List<News> of(Collection<News> news, Person reader) {
    var hearing =
        hearing(news.stream().map(News::reference).collect(Collectors.toUnmodifiableSet()), reader);
    return news.stream().filter(one -> isFor(one.notice(), hearing.get(one.reference()))).toList();
  }

  private Map<String, Readers.Hearing> hearing(Set<String> references, Person reader) {
    return references.isEmpty() ? Map.of() : readers.of(reader, references);
  }

  private static boolean isFor(Notice notice, Readers.@Nullable Hearing hearing) {
    return switch (Objects.requireNonNullElse(hearing, Readers.Hearing.NOTHING)) {
      case NOTHING -> false;
      case ROUTE -> OF_THE_ROUTE.contains(notice);
      case ALL -> true;
    };
  }
}
