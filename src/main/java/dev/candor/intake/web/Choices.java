package dev.candor.intake.web;

import dev.candor.cases.Channel;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen in the flag form.
 *
 * @param countries every country of ISO 3166-1, by its English name
 * @param today the last day a request can have been received on
 */
public record Choices(
    List<String> types,
    List<String> channels,
    List<Option> principalKinds,
    List<Option> countries,
    String today) {

  private static final List<Option> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
          .sorted(Comparator.comparing(Option::label, Collator.getInstance(Locale.ENGLISH)))
          .toList();

  static Choices on(LocalDate today) {
    return new Choices(
        names(RequestType.values()),
        names(Channel.values()),
        names(PrincipalKind.values()).stream().map(code -> new Option(code, null)).toList(),
        COUNTRIES,
        today.toString());
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /**
   * @param label null when the words of the pages have it
   */
  public record Option(String code, @Nullable String label) {}
}
