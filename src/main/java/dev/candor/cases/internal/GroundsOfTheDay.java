package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.DecisionGrounds;
import dev.candor.cases.UnknownCase;
import dev.candor.policy.Ground;
import dev.candor.policy.Grounds;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class GroundsOfTheDay implements DecisionGrounds {

  private final CaseFiles files;
  private final Grounds grounds;

  GroundsOfTheDay(CaseFiles files, Grounds grounds) {
    this.files = files;
    this.grounds = grounds;
  }

  @Override
  public Set<String> notInForce(CaseReference reference, Collection<String> codes) {
    var file = files.find(reference).orElseThrow(UnknownCase::new);
    var missing = new LinkedHashSet<>(codes);
    grounds.inForceOn(file.receivedOn()).stream().map(Ground::code).forEach(missing::remove);
    return missing;
  }
}
