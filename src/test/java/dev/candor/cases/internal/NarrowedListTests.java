package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Besides;
import dev.candor.cases.CaseFilter.Part;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.CaseState;
import dev.candor.cases.Decider;
import dev.candor.cases.Outcome;
import dev.candor.cases.Recusals;
import dev.candor.cases.Severity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Lists narrowed down by more than state, type, desk and words, as far as each may know. */
@SpringBootTest(classes = RegisterOnly.class, webEnvironment = WebEnvironment.NONE)
class NarrowedListTests {

  private static final LocalDate FLAGGED_ON = LocalDate.parse("2026-07-02");
  private static final Person DESK = person("desk-uk", "Z", Role.DESK);

  /** A flagger of these tests alone. */
  private final Person flagger = person("flagger-" + UUID.randomUUID(), "Z");

  private final String word = UUID.randomUUID().toString();
  private final CaseRegister register;
  private final CaseReading reading;
  private final Recusals recusals;
  private final People people;
  private CaseReference decided;
  private CaseReference open;

  @Autowired
  NarrowedListTests(CaseRegister register, CaseReading reading, Recusals recusals, People people) {
    this.register = register;
    this.reading = reading;
    this.recusals = recusals;
    this.people = people;
  }

  /** Both graver than medium, and one of them declined. */
  @BeforeEach
  void flagTwo() {
    decided = flag(Severity.CRITICAL);
    open = flag(Severity.HIGH);
    register.passOn(decided, Decider.GENERAL_COUNSEL);
    register.recordDecision(
        decided,
        new NewDecision(
            UUID.randomUUID(),
            new PersonId("counsel"),
            Outcome.DECLINED,
            List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR"),
            "Words",
            null,
            null,
            null,
            false,
            RegisterOnly.NOW));
  }

  @Test
  void shouldFindByWhatTheContentShowsForWhoSeesIt() {
    assertThat(listed(DESK, severity(Severity.CRITICAL))).containsExactly(decided.value());
    assertThat(listed(DESK, severity(Severity.HIGH))).containsExactly(open.value());
    assertThat(listed(DESK, outcome(Outcome.DECLINED))).containsExactly(decided.value());
    assertThat(listed(DESK, outcome(Outcome.ACCEPTED))).isEmpty();
    assertThat(listed(DESK, country("CN"))).containsExactly(open.value(), decided.value());
    assertThat(listed(DESK, country("FR"))).isEmpty();
  }

  @Test
  void shouldTellTheFlaggerWhatTheySeeAnywayAndNotHowGraveItIs() {
    // they read how it ended, and wrote which country asked
    assertThat(listed(flagger, outcome(Outcome.DECLINED))).containsExactly(decided.value());
    assertThat(listed(flagger, country("CN"))).containsExactly(open.value(), decided.value());
    // and no severity finds anything of theirs, nor counts it
    for (var severity : Severity.values()) {
      assertThat(listed(flagger, severity(severity))).isEmpty();
      assertThat(loosened(flagger, filter(null, severity(severity), null)))
          .as("as for any other severity")
          .containsExactly(Part.SEVERITY);
    }
  }

  @Test
  void shouldFindByTheSeverityForWhoKnewOfItBeforeItWasGiven() {
    var policy = person("policy", "Z", Role.POLICY);
    var fresh = register.open(SampleFlags.asking(word), flagger.id(), null);
    register.join(fresh, policy.id());
    assertThat(listed(policy, severity(Severity.LOW))).isEmpty();

    register.recordTriage(fresh, new Triage(Severity.LOW, "UK-IE-NL-IL"));

    assertThat(listed(policy, severity(Severity.LOW))).containsExactly(fresh.value());
    assertThat(listed(flagger, severity(Severity.LOW))).isEmpty();
  }

  @Test
  void shouldFindNothingForWhoSteppedOut() {
    assertThat(listed(DESK, outcome(Outcome.DECLINED))).containsExactly(decided.value());

    recusals.recuse(decided, DESK.id(), "A friend", people.find(DESK.id()).orElseThrow());

    assertThat(listed(DESK, outcome(Outcome.DECLINED))).isEmpty();
    assertThat(loosenedBesidesWords(DESK, filter(null, outcome(Outcome.DECLINED), word)))
        .containsExactly(Part.OUTCOME);
  }

  @Test
  void shouldCountDaysInTheZoneOfWhoAsks() {
    // flagged at 9:30 UTC, when it is the same day nearly everywhere, and the first of July in Niue
    var onNiue = person(flagger.id().value(), "Pacific/Niue");

    assertThat(listed(flagger, days(FLAGGED_ON, FLAGGED_ON))).hasSize(2);
    assertThat(listed(flagger, days(null, FLAGGED_ON.minusDays(1)))).isEmpty();
    assertThat(listed(flagger, days(FLAGGED_ON.plusDays(1), null))).isEmpty();
    assertThat(listed(onNiue, days(null, FLAGGED_ON.minusDays(1)))).hasSize(2);
    assertThat(listed(onNiue, days(FLAGGED_ON, null))).isEmpty();
  }

  @Test
  void shouldSayWhichPartOfAFilterToLoosen() {
    assertThat(loosenedBesidesWords(DESK, filter(CaseState.DECIDED, severity(Severity.HIGH), word)))
        .containsExactly(Part.STATE, Part.SEVERITY);
    assertThat(loosened(flagger, filter(CaseState.DECIDED, country("CN"), "no such words")))
        .containsExactly(Part.WORDS);
    assertThat(loosened(flagger, filter(null, Besides.NOTHING, "no such words")))
        .containsExactly(Part.WORDS);
    assertThat(loosened(person("knows-nothing", "Z"), filter(null, Besides.NOTHING, null)))
        .isEmpty();
    assertThat(loosened(flagger, filter(CaseState.CLOSED, country("FR"), word))).isEmpty();
  }

  private CaseReference flag(Severity severity) {
    var reference = register.open(SampleFlags.asking(word), flagger.id(), null);
    register.recordTriage(reference, new Triage(severity, "UK-IE-NL-IL"));
    return reference;
  }

  /** Of what these tests flagged, and counted as many. */
  private List<String> listed(Person person, Besides besides) {
    var found = reading.list(person, filter(null, besides, word));
    assertThat(found.total()).isEqualTo(found.items().size());
    assertThat(reading.list(person, filter(null, besides, null)).items())
        .as("without words")
        .containsAll(found.items());
    return found.items().stream().map(CaseLine::reference).toList();
  }

  private Set<Part> loosened(Person person, CaseFilter filter) {
    assertThat(reading.list(person, filter).items()).isEmpty();
    return reading.toLoosen(person, filter);
  }

  /** Without words a desk finds what other tests flagged as well. */
  private Set<Part> loosenedBesidesWords(Person person, CaseFilter filter) {
    var parts = EnumSet.copyOf(loosened(person, filter));
    parts.remove(Part.WORDS);
    return parts;
  }

  private static CaseFilter filter(
      @Nullable CaseState state, Besides besides, @Nullable String words) {
    return new CaseFilter(state, null, null, words, besides, 0, CaseFilter.LARGEST_PAGE);
  }

  private static Besides severity(Severity severity) {
    return new Besides(null, null, null, severity, null);
  }

  private static Besides outcome(Outcome outcome) {
    return new Besides(null, null, outcome, null, null);
  }

  private static Besides country(String country) {
    return new Besides(null, null, null, null, country);
  }

  private static Besides days(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Besides(from, to, null, null, null);
  }

  private static Person person(String id, String zone, Role... roles) {
    var desks = roles.length == 0 ? Set.<String>of() : Set.of("UK-IE-NL-IL");
    return new Person(
        new PersonId(id),
        id,
        id + "@candor.example",
        EnumSet.of(Role.EMPLOYEE, roles),
        desks,
        ZoneId.of(zone));
  }
}
