package dev.candor.cases.pages;

import dev.candor.cases.CaseView;
import dev.candor.web.Times;
import java.util.ArrayList;
import java.util.List;

/** What was flagged, with codes of countries as names and ticks as words. */
final class RequestInWords {

  private RequestInWords() {}

  static CasePage.RequestPart of(CaseView view) {
    return new CasePage.RequestPart(
        view.type().name(),
        view.ask(),
        marks(view),
        view.sender(),
        view.relationship(),
        view.principal(),
        view.principalKind().name(),
        Names.country(view.principalCountry()),
        Names.country(view.market()),
        view.channel().name(),
        Times.day(view.receivedOn()),
        view.audience(),
        view.legalBasis(),
        view.items(),
        view.replyWantedBy() == null ? null : Times.day(view.replyWantedBy()));
  }

  private static List<String> marks(CaseView view) {
    var marks = new ArrayList<String>();
    if (view.threat()) {
      marks.add("Threat or inducement");
    }
    if (view.wantsToStayHidden()) {
      marks.add("Wants to stay hidden");
    }
    if (view.politicalContent()) {
      marks.add("Political content");
    }
    if (view.paid()) {
      marks.add("Money is offered");
    }
    return List.copyOf(marks);
  }
}
