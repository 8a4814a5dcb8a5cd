package dev.candor.cases.pages;

import dev.candor.access.Person;
import dev.candor.cases.CaseView;
import dev.candor.cases.Correctable;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.pages.CorrectionsPage.Control;
import dev.candor.web.Countries;
import dev.candor.web.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts corrections into words, and says what this person may correct, and how it is entered. */
@Component
class CorrectionsPages {

  private final Names names;
  private final Clock clock;

  CorrectionsPages(Names names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  CorrectionsPage page(CaseView view, Person person) {
    var corrections = view.handling().corrections();
    var first = new LinkedHashMap<String, @Nullable String>();
    for (var correction : FirstCorrections.thatStand(view)) {
      first.put(correction.field(), FactsInWords.of(correction.field(), correction.was()));
    }
    return new CorrectionsPage(
        corrections.stream().map(each -> entry(each, person)).toList(),
        first,
        mayCorrect(view)
            ? Arrays.stream(Correctable.values()).map(each -> field(each, view, person)).toList()
            : List.of());
  }

  private static boolean mayCorrect(CaseView view) {
    return view.sight() == Sight.CONTENT && !view.state().isOver();
  }

  private CorrectionsPage.Entry entry(CaseView.Correction correction, Person person) {
    return new CorrectionsPage.Entry(
        correction.field(),
        FactsInWords.of(correction.field(), correction.value()),
        FactsInWords.of(correction.field(), correction.was()),
        correction.reason(),
        names.person(correction.by()),
        Times.moment(correction.at(), person.zone()));
  }

  private CorrectionsPage.Field field(Correctable field, CaseView view, Person person) {
    return new CorrectionsPage.Field(
        field.field(),
        switch (field) {
          case SENDER, RELATIONSHIP, PRINCIPAL, AUDIENCE, LEGAL_BASIS -> Control.LINE;
          case PRINCIPAL_KIND, PRINCIPAL_COUNTRY, MARKET -> Control.CHOICE;
          case ITEMS -> Control.LINES;
          case RECEIVED_ON, REPLY_WANTED_BY -> Control.DAY;
        },
        field.of(view.flag()),
        switch (field) {
          case RELATIONSHIP, AUDIENCE, LEGAL_BASIS, ITEMS, REPLY_WANTED_BY -> false;
          default -> true;
        },
        switch (field) {
          case PRINCIPAL_KIND -> PrincipalKind.CHOICES;
          case PRINCIPAL_COUNTRY, MARKET -> Countries.ALL;
          default -> List.of();
        },
        view.handling().corrections().stream().filter(each -> each.isOf(field)).count(),
        field == Correctable.RECEIVED_ON
            ? LocalDate.now(clock.withZone(person.zone())).toString()
            : null);
  }
}
