package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Precedent;
import dev.candor.cases.Departures;
import dev.candor.cases.Outcome;
import dev.candor.cases.Outcome.Way;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DepartingFromPrecedents implements Departures {

  private final Precedents precedents;

  DepartingFromPrecedents(Precedents precedents) {
    this.precedents = precedents;
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseLine> from(Person decider, CaseReference reference, Outcome outcome) {
    var weighed =
        precedents.of(reference, decider).stream()
            .map(Precedent::line)
            .filter(line -> line.outcome() != null && line.outcome().way() != Way.LEFT)
            .toList();
    var otherwise =
        weighed.stream()
            .filter(line -> line.outcome() != null && line.outcome().way() != outcome.way())
            .toList();
    return 2 * otherwise.size() > weighed.size() ? otherwise : List.of();
  }
}
