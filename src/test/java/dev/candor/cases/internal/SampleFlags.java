package dev.candor.cases.internal;

import dev.candor.cases.Channel;
import dev.candor.cases.Flag;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import java.time.LocalDate;
import java.util.List;

/** Flags to open cases with. */
final class SampleFlags {

  private SampleFlags() {}

  static Flag founding() {
    return asking("Show the best side of the country, and not openly as a government account.");
  }

  static Flag asking(String ask) {
    return received(LocalDate.of(2020, 4, 14), ask);
  }

  static Flag received(LocalDate day, String ask) {
    return new Flag(
        RequestType.CREATE_OR_PROMOTE,
        "An acquaintance of an employee",
        "Friend of an employee",
        "Government body responsible for public relations",
        PrincipalKind.AGENCY,
        "CN",
        "GB",
        Channel.INFORMAL,
        ask,
        null,
        true,
        "Western audiences",
        false,
        false,
        false,
        day,
        List.of("@best-side-of-the-country"),
        day.plusDays(7));
  }
}
