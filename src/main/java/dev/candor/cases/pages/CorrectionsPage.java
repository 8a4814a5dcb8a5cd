package dev.candor.cases.pages;

import dev.candor.web.Choice;
import dev.candor.web.Times.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the flag was completed or corrected afterwards, in words.
 *
 * @param entries earliest first
 * @param first what was flagged, of each field that stands otherwise; null when there was nothing
 * @param fields what this person may correct; none when they may not
 */
public record CorrectionsPage(
    List<Entry> entries, Map<String, @Nullable String> first, List<Field> fields) {

  /** What is asked of somebody who corrects this field; null when it is none of those. */
  public @Nullable Field field(String name) {
    return fields.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * @param field its words are under {@code fact.}
   * @param value null when there is none from then on
   * @param was null when there was none before
   * @param reason null when a task asked for it
   */
  public record Entry(
      String field,
      @Nullable String value,
      @Nullable String was,
      @Nullable String reason,
      String by,
      Moment at) {}

  /**
   * @param control which kind of control takes it
   * @param stands as the control holds it
   * @param seen how many corrections of it there are
   * @param latest for a day: the last that it may be; null when any may
   */
  public record Field(
      String name,
      Control control,
      String stands,
      boolean required,
      List<Choice> options,
      long seen,
      @Nullable String latest) {}

  /** What a field is entered with. */
  public enum Control {
    LINE,
    LINES,
    CHOICE,
    DAY
  }
}
