package dev.candor.cases.internal;

import static dev.candor.cases.NeedToKnow.Sight.CONTENT;
import static dev.candor.cases.NeedToKnow.Sight.NONE;
import static dev.candor.cases.NeedToKnow.Sight.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.CaseRegister.NewRecommendation;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.CaseState;
import dev.candor.cases.Decider;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import dev.candor.cases.Reviewer;
import dev.candor.cases.Severity;
import dev.candor.cases.UnknownCase;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.access.AccessDeniedException;

@SpringBootTest(classes = RegisterOnly.class, webEnvironment = WebEnvironment.NONE)
class NeedToKnowTests {

  private static final String ASK = "The words that few may read";
  private static final String RATIONALE = "Why the desk thinks so";

  private final CaseRegister register;
  private final CaseReading reading;
  private final NeedToKnow needToKnow;
  private final WithdrawingARequest withdrawing;

  @Autowired
  NeedToKnowTests(
      CaseRegister register,
      CaseReading reading,
      NeedToKnow needToKnow,
      WithdrawingARequest withdrawing) {
    this.register = register;
    this.reading = reading;
    this.needToKnow = needToKnow;
    this.withdrawing = withdrawing;
  }

  /** Columns: just flagged, with the UK desk, passed up to counsel. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "employee,       STATE, STATE,   STATE",
    "other-employee, NONE,  NONE,    NONE",
    "desk-uk,        NONE,  CONTENT, CONTENT",
    "head-uk,        NONE,  CONTENT, CONTENT",
    "desk-de,        NONE,  NONE,    NONE",
    "head-de,        NONE,  NONE,    NONE",
    "counsel,        NONE,  NONE,    CONTENT",
    "policy,         NONE,  NONE,    NONE",
    "communications, NONE,  NONE,    NONE",
    "ops,            NONE,  NONE,    NONE",
    "legal,          NONE,  NONE,    NONE",
    "owner,          NONE,  NONE,    NONE",
    "manager,        NONE,  NONE,    NONE",
    "auditor,        NONE,  NONE,    NONE",
    "admin,          NONE,  NONE,    NONE",
    "admin-on-desk,  NONE,  NONE,    NONE",
    "manager-on-desk,NONE,  NONE,    NONE"
  })
  void shouldShowEachStageToThoseWhoNeedIt(
      String id, Sight flagged, Sight withTheDesk, Sight passedUp) {
    // given
    var person = person(id);
    var fresh = open();
    var inReview = open();
    triage(inReview);
    var atCounsel = open();
    triage(atCounsel);
    register.admit(atCounsel, Set.of("counsel"));
    // then every call agrees
    assertSight(person, fresh, flagged);
    assertSight(person, inReview, withTheDesk);
    assertSight(person, atCounsel, passedUp);
  }

  @Test
  void shouldShowACaseToWhoeverTookATaskOfIt() {
    var reference = open();
    var policy = person("policy");

    register.join(reference, policy.id());

    assertSight(policy, reference, CONTENT);
  }

  @Test
  void shouldShowAdministratorsAndManagersNoContentEvenAsParticipants() {
    var reference = open();
    for (var id : List.of("admin", "manager")) {
      register.join(reference, new PersonId(id));
      assertSight(person(id), reference, NONE);
    }
  }

  @Test
  void shouldShowTheFlaggerTheOutcomeAndNoReasonsOrNames() {
    // given
    var reference = open();
    triage(reference);
    recommend(reference, new PersonId("desk-uk"));
    decide(reference);
    // when
    var view = reading.get(person("employee"), reference);
    // then
    assertThat(view.sight()).isEqualTo(STATE);
    assertThat(view.flag().ask()).isEqualTo(ASK);
    assertThat(view.decision().outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(view.recommendations()).isEmpty();
    assertThat(view.severity()).isNull();
    assertThat(view.timeline())
        .extracting(entry -> entry.what() + " " + entry.who() + " " + entry.detail())
        .containsExactly(
            "FLAGGED employee CREATE_OR_PROMOTE", "TRIAGED null null", "DECIDED null DECLINED");
    assertThat(view.toString()).doesNotContain(RATIONALE, "desk-uk", "counsel", "HIGH");
    // and the desk sees it all
    assertThat(reading.get(person("desk-uk"), reference).toString())
        .contains(RATIONALE, "desk-uk", "counsel", "HIGH", "COORDINATED_INAUTHENTIC_BEHAVIOUR");
  }

  @Test
  void shouldNotLetFiltersFindOutWhatTheFlaggerMayNotSee() {
    var reference = open();
    triage(reference);
    var byDesk = new CaseFilter(null, "UK-IE-NL-IL", null, null, 0, 100);

    assertThat(references(person("employee"), byDesk)).isEmpty();
    assertThat(references(person("desk-uk"), byDesk)).contains(reference.value());
  }

  @Test
  void shouldListACaseByTheStateItHasComeToForWhoeverHasKnownOfItBefore() {
    // given what flagger and desk knew of while it was in review
    var reference = open();
    triage(reference);
    decide(reference);
    // then
    for (var id : List.of("employee", "desk-uk", "counsel")) {
      assertThat(references(person(id), inState(CaseState.DECIDED))).contains(reference.value());
      assertThat(references(person(id), inState(CaseState.IN_REVIEW)))
          .doesNotContain(reference.value());
    }
  }

  @Test
  void shouldListWhatSomebodyKnowsByMoreThanOneNameOnceAndInOrderOnEveryPage() {
    // given cases of a desk's member: flagged by them, taken by them, and their desk's
    var desk = person("desk-uk");
    var word = UUID.randomUUID().toString();
    var known = new ArrayList<String>();
    for (var number = 0; number < 6; number++) {
      var flagger = id(number % 2 == 0 ? "desk-uk" : "employee");
      var reference = register.open(SampleFlags.asking(word), flagger, null);
      if (number % 3 != 0) {
        triage(reference);
        register.join(reference, desk.id());
      }
      if (number != 3) {
        known.addFirst(reference.value());
      }
    }
    // when
    var listed = new ArrayList<String>();
    for (var page = 0; page < 3; page++) {
      var part = reading.list(desk, new CaseFilter(null, null, null, word, page, 2));
      assertThat(part.total()).isEqualTo(known.size());
      part.items().forEach(line -> listed.add(line.reference()));
    }
    // then
    assertThat(listed).isEqualTo(known);
    assertThat(reading.list(desk, new CaseFilter(null, null, null, word, 3, 2)).total())
        .as("beyond the end")
        .isEqualTo(known.size());
  }

  @Test
  void shouldGiveTheLinesOfExactlyTheCasesAskedForThatSomebodyMayKnowOf() {
    // given an old case of the desk, more cases than a page of the list has, and one not triaged
    var old = open();
    triage(old);
    for (var newer = 0; newer < CaseFilter.LARGEST_PAGE; newer++) {
      triage(open());
    }
    var fresh = open();
    var asked = List.of(old, fresh);
    // then
    assertThat(reading.lines(person("desk-uk"), asked).values())
        .singleElement()
        .satisfies(line -> assertThat(line.reference()).isEqualTo(old.value()))
        .satisfies(line -> assertThat(line.severity()).isEqualTo(Severity.HIGH));
    assertThat(reading.lines(person("employee"), asked).values())
        .extracting(CaseLine::reference, CaseLine::severity)
        .containsExactlyInAnyOrder(tuple(old.value(), null), tuple(fresh.value(), null));
    assertThat(reading.lines(person("desk-de"), asked)).isEmpty();
    assertThat(reading.lines(person("admin-on-desk"), asked)).isEmpty();
    assertThat(reading.lines(person("desk-uk"), List.of())).isEmpty();
  }

  @Test
  void shouldFindWordsLiterallyAndPageThroughTheRest() {
    var odd = register.open(SampleFlags.asking("100%_\\ sure 'quoted'"), id("odd"), null);
    var other = register.open(SampleFlags.asking("1000 sure"), id("odd"), null);
    var person = person("odd");

    assertThat(references(person, words("100%_\\ sure 'quoted'"))).containsExactly(odd.value());
    assertThat(references(person, words("SURE"))).containsExactly(other.value(), odd.value());
    assertThat(references(person, words(odd.value().toLowerCase()))).containsExactly(odd.value());
    var second = reading.list(person, CaseFilter.everything(1, 1));
    assertThat(second.total()).isEqualTo(2);
    assertThat(second.items()).extracting(CaseLine::reference).containsExactly(odd.value());
  }

  @Test
  void shouldFindACaseByTheAccountsItNamesForWhoMayReadThem() {
    var reference = open();
    triage(reference);
    var named = words("@Best-Side-of-the-COUNTRY");

    assertThat(references(person("employee"), named)).contains(reference.value());
    assertThat(references(person("desk-uk"), named)).contains(reference.value());
    assertThat(references(person("desk-de"), named)).isEmpty();
  }

  @Test
  void shouldKeepTheDecisionFromWhoeverFlaggedOrReviewed() {
    var reference = open();
    triage(reference);
    recommend(reference, new PersonId("head-uk"));

    var parts = needToKnow.partsIn(reference);

    assertThat(parts.mustNotDecide(new PersonId("employee"))).isTrue();
    assertThat(parts.mustNotDecide(new PersonId("head-uk"))).isTrue();
    assertThat(parts.mustNotDecide(new PersonId("desk-uk"))).isFalse();
    assertThat(parts.mustNotDecide(new PersonId("counsel"))).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "employee, yes",
    "desk-uk,  yes",
    "head-uk,  yes",
    "counsel,  yes",
    "policy,   not theirs",
    "desk-de,  unknown",
    "admin,    unknown"
  })
  void shouldLetThoseSayThatItIsWithdrawnWhoHaveToDoWithIt(String id, String answer) {
    var reference = open();
    triage(reference);
    register.admit(reference, Set.of("counsel", "policy"));

    switch (answer) {
      case "yes" -> {
        withdrawing.withdraw(reference, person(id));
        assertThat(reading.get(person(id), reference).withdrawalAsked()).isTrue();
      }
      case "not theirs" ->
          assertThatThrownBy(() -> withdrawing.withdraw(reference, person(id)))
              .isInstanceOf(AccessDeniedException.class);
      default ->
          assertThatThrownBy(() -> withdrawing.withdraw(reference, person(id)))
              .isInstanceOf(UnknownCase.class);
    }
  }

  private void assertSight(Person person, CaseReference reference, Sight expected) {
    assertThat(needToKnow.of(person, reference)).isEqualTo(expected);
    var listed = reading.list(person, words(reference.value())).items();
    if (expected == NONE) {
      assertThat(listed).isEmpty();
      assertThatThrownBy(() -> reading.get(person, reference)).isInstanceOf(UnknownCase.class);
    } else {
      assertThat(listed).extracting(CaseLine::sight).containsExactly(expected);
      assertThat(reading.get(person, reference).sight()).isEqualTo(expected);
    }
  }

  private CaseReference open() {
    return register.open(SampleFlags.asking(ASK), id("employee"), null);
  }

  private void triage(CaseReference reference) {
    register.recordTriage(reference, new Triage(Severity.HIGH, "UK-IE-NL-IL"));
  }

  private void recommend(CaseReference reference, PersonId by) {
    register.recordRecommendation(
        reference,
        new NewRecommendation(
            UUID.randomUUID(),
            by,
            Reviewer.DESK,
            RecommendationKind.ESCALATE,
            RATIONALE,
            RegisterOnly.NOW));
  }

  private void decide(CaseReference reference) {
    register.passOn(reference, Decider.GENERAL_COUNSEL);
    register.recordDecision(
        reference,
        new NewDecision(
            UUID.randomUUID(),
            id("counsel"),
            Outcome.DECLINED,
            List.of("COORDINATED_INAUTHENTIC_BEHAVIOUR"),
            RATIONALE,
            null,
            null,
            null,
            false,
            RegisterOnly.NOW));
  }

  private List<String> references(Person person, CaseFilter filter) {
    return reading.list(person, filter).items().stream().map(CaseLine::reference).toList();
  }

  private static CaseFilter inState(CaseState state) {
    return new CaseFilter(state, null, null, null, 0, CaseFilter.LARGEST_PAGE);
  }

  private static CaseFilter words(String q) {
    return new CaseFilter(null, null, null, q, 0, 100);
  }

  private static PersonId id(String id) {
    return new PersonId(id);
  }

  private static Person person(String id) {
    var uk = Set.of("UK-IE-NL-IL");
    return switch (id) {
      case "desk-uk" -> person(id, uk, Role.DESK);
      case "head-uk" -> person(id, uk, Role.DESK, Role.DESK_HEAD);
      case "desk-de" -> person(id, Set.of("DE-AT-CH", "INTERNATIONAL"), Role.DESK);
      case "head-de" -> person(id, Set.of("DE-AT-CH"), Role.DESK, Role.DESK_HEAD);
      case "counsel" -> person(id, Set.of(), Role.COUNSEL);
      case "policy" -> person(id, Set.of(), Role.POLICY);
      case "communications" -> person(id, Set.of(), Role.COMMUNICATIONS);
      case "ops" -> person(id, Set.of(), Role.ACCOUNT_OPS);
      case "legal" -> person(id, Set.of(), Role.LEGAL_PROCESS);
      case "owner" -> person(id, Set.of(), Role.PROCESS_OWNER);
      case "manager" -> person(id, Set.of(), Role.MANAGER);
      case "auditor" -> person(id, Set.of(), Role.AUDITOR);
      case "admin" -> person(id, Set.of(), Role.ADMIN);
      case "admin-on-desk" -> person(id, uk, Role.ADMIN, Role.DESK);
      case "manager-on-desk" -> person(id, uk, Role.MANAGER, Role.DESK);
      default -> person(id, Set.of());
    };
  }

  private static Person person(String id, Set<String> desks, Role... roles) {
    return new Person(
        id(id),
        id,
        id + "@candor.example",
        EnumSet.of(Role.EMPLOYEE, roles),
        desks,
        ZoneOffset.UTC);
  }
}
