package dev.candor.intake.web;

import dev.candor.cases.Channel;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.web.Choice;
import dev.candor.web.Countries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What can be chosen in the flag form.
 *
 * @param countries every country of ISO 3166-1, by its English name
 * @param today the last day a request can have been received on
 */
public record Choices(
    List<String> types,
    List<String> channels,
    List<Choice> principalKinds,
    List<Choice> countries,
    String today) {

  static Choices on(LocalDate today) {
    return new Choices(
        names(RequestType.values()),
        names(Channel.values()),
        PrincipalKind.CHOICES,
        Countries.ALL,
        today.toString());
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
