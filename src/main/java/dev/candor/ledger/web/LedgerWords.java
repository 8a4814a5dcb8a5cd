package dev.candor.ledger.web;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.web.Times;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What an entry says, in words. The codes stay in the export; one that has no words here is shown
 * as it is.
 */
@Component
class LedgerWords {

  private static final int FIRST_OF_A_HASH = 12;

  /** What is read first; what is not named here comes before the hashes, by its name. */
  private static final List<String> FIRST = List.of("what", "outcome", "version", "inForceFrom");

  private static final List<String> LAST = List.of("sha256", "setSha256");
  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(key -> FIRST.contains(name(key)) ? 0 : 1)
          .thenComparingInt(key -> FIRST.indexOf(name(key)))
          .thenComparingInt(LAST::indexOf)
          .thenComparing(Comparator.naturalOrder());

  private final MessageSource messages;
  private final People people;

  LedgerWords(MessageSource messages, People people) {
    this.messages = messages;
    this.people = people;
  }

  String person(String id) {
    return people.nameOf(id);
  }

  /**
   * A phrase for each detail, hashes last.
   *
   * @param details {@code outcome} or {@code ground.IMPERSONATION} to what it was
   */
  List<String> phrases(Map<String, String> details) {
    return details.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .map(detail -> phrase(detail.getKey(), detail.getValue()))
        .toList();
  }

  private String phrase(String key, String value) {
    var name = name(key);
    var about = key.substring(Math.min(name.length() + 1, key.length()));
    return message(
            "ledger.detail." + name, key + " " + value, value(name, value), about(name, about))
        .strip();
  }

  private static String name(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  private String value(String name, String value) {
    return switch (name) {
      case "group" -> Groups.inWords(value);
      case "person", "inPlaceOf" -> person(value);
      case "inForceFrom" -> Times.day(LocalDate.parse(value));
      case "sha256", "setSha256" -> value.substring(0, FIRST_OF_A_HASH) + "…";
      case "outcome" -> message("outcome." + value, value);
      default -> message("ledger.value." + name + "." + value, value);
    };
  }

  private String about(String name, String about) {
    return name.equals("ground") ? message("ground." + about, about) : about;
  }

  private String message(String key, String otherwise, Object... arguments) {
    var words = messages.getMessage(key, arguments, otherwise, Locale.ENGLISH);
    return words == null ? otherwise : words;
  }
}
