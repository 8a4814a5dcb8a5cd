package dev.candor.cases.pages;

import dev.candor.cases.Flag;
import dev.candor.web.Times;
import java.util.ArrayList;
import java.util.List;

/** A flag, with codes of countries as names and ticks as words. */
final class RequestInWords {

  private RequestInWords() {}

  static CasePage.RequestPart of(Flag flag) {
    return new CasePage.RequestPart(
        flag.type().name(),
        flag.ask(),
        marks(flag),
        flag.sender(),
        flag.relationship(),
        flag.principal(),
        flag.principalKind().name(),
        Names.country(flag.principalCountry()),
        Names.country(flag.market()),
        flag.channel().name(),
        Times.day(flag.receivedOn()),
        flag.audience(),
        flag.legalBasis(),
        flag.items(),
        flag.replyWantedBy() == null ? null : Times.day(flag.replyWantedBy()));
  }

  private static List<String> marks(Flag flag) {
    var marks = new ArrayList<String>();
    if (flag.threat()) {
      marks.add("Threat or inducement");
    }
    if (flag.wantsToStayHidden()) {
      marks.add("Wants to stay hidden");
    }
    if (flag.politicalContent()) {
      marks.add("Political content");
    }
    if (flag.paid()) {
      marks.add("Money is offered");
    }
    return List.copyOf(marks);
  }
}
