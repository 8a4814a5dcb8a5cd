package dev.candor.tasks.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What codes are called at the desk. */
@Component
class DeskWords {

  private final MessageSource words;

  DeskWords(MessageSource words) {
    this.words = words;
  }

  /**
   * @param kind beginning of the message's key, with its dot
   */
  String of(String kind, Enum<?> code) {
    return words.getMessage(kind + code.name(), null, Locale.ENGLISH);
  }

  /** What is said of an element of the process, or of any that it is not said of apart. */
  String ofElement(String kind, String element) {
    var other = words.getMessage(kind + "other", null, Locale.ENGLISH);
    return Objects.requireNonNull(words.getMessage(kind + element, null, other, Locale.ENGLISH));
  }
}
