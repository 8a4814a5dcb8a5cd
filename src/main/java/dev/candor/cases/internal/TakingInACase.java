package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.PossibleGround;
import dev.candor.cases.TakingIn;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.policy.Ground;
import dev.candor.policy.Grounds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class TakingInACase implements TakingIn {

  /** As many as can be read beside a case. */
  private static final int MOST_PRECEDENTS = 5;

  private final CaseFiles files;
  private final Timeline timeline;
  private final Corrections corrections;
  private final Surroundings surroundings;
  private final Resemblance resemblance;
  private final Grounds grounds;
  private final Clock clock;

  TakingInACase(
      CaseFiles files,
      Timeline timeline,
      Corrections corrections,
      Surroundings surroundings,
      Resemblance resemblance,
      Grounds grounds,
      Clock clock) {
    this.files = files;
    this.timeline = timeline;
    this.corrections = corrections;
    this.surroundings = surroundings;
    this.resemblance = resemblance;
    this.grounds = grounds;
    this.clock = clock;
  }

  @Override
  public KnownFacts completeFacts(CaseReference reference, NewFacts facts) {
    files.lock(reference);
    if (!corrections.has(facts.submission()) && !facts.values().isEmpty()) {
      corrections.insert(reference, facts);
      timeline.add(reference, facts.at(), facts.by(), What.FACTS_COMPLETED, null);
    }
    var known = corrections.stands(reference, files.flag(reference).orElseThrow(UnknownCase::new));
    return new KnownFacts(known.principalKind(), known.legalBasis() != null);
  }

  @Override
  public void findPrecedents(CaseReference reference) {
    files.lock(reference);
    if (timeline.has(reference, What.PRECEDENTS_FOUND)) {
      return;
    }
    var decided = resemblance.decided(reference, MOST_PRECEDENTS);
    surroundings.keepPrecedents(reference, decided, clock.instant());
    timeline.add(reference, clock.instant(), null, What.PRECEDENTS_FOUND, decided.size());
  }

  @Override
  public void recordGrounds(CaseReference reference, List<FoundGround> found) {
    var file = files.lock(reference);
    if (timeline.has(reference, What.GROUNDS_FOUND)) {
      return;
    }
    var inForce =
        grounds.inForceOn(file.receivedOn()).stream()
            .collect(Collectors.toMap(Ground::code, Function.identity()));
    var kept =
        found.stream()
            .filter(ground -> inForce.containsKey(ground.code()))
            .collect(Collectors.groupingBy(FoundGround::code))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    possible(
                        inForce.get(entry.getKey()),
                        entry.getValue().stream().anyMatch(FoundGround::assessment)))
            .toList();
    surroundings.keepGrounds(reference, kept);
    timeline.add(reference, clock.instant(), null, What.GROUNDS_FOUND, kept.size());
  }

  private static PossibleGround possible(Ground ground, boolean assessment) {
    return new PossibleGround(
        ground.code(), ground.policy(), ground.version(), ground.clause(), assessment);
  }
}
