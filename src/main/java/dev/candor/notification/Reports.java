package dev.candor.notification;

import dev.candor.access.Person;
import java.util.List;
import java.util.Optional;

/** What letters on no case say. Who told of it answers when one is sent; mail keeps no words. */
public interface Reports {

  /**
   * @param occasion as it was told of
   * @return empty when its reader is not to hear of it any more, or there is nothing to say
   */
  Optional<Report> of(ReportKind kind, String occasion, Person reader);

  /**
   * @param lines in order, at least one; the first is the sentence that is read first
   */
  record Report(List<Line> lines) {}

  /**
   * @param word its key under {@code mail/letters}
   * @param arguments numbers, days ({@link java.time.LocalDate}), codes and references
   */
  record Line(String word, List<Object> arguments) {

    public static Line of(String word, Object... arguments) {
      return new Line(word, List.of(arguments));
    }
  }
}
