package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Groups;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The rule of need to know stands twice in {@link SightRule}: whatever became of a case, and
 * whoever looks, both say the same.
 */
class SightProperties {

  private static final String UK = "UK-IE-NL-IL";
  private static final String DE = "DE-AT-CH";
  private static final List<String> PEOPLE = List.of("ada", "bo", "cleo");
  private static final List<String> GROUPS =
      List.of(Groups.desk(UK), Groups.deskHead(UK), Groups.desk(DE), Groups.COUNSEL, Groups.POLICY);

  private static final Readers READERS = Readers.onAFreshDatabase();
  private static int cases;

  /** What became of a case, in any order: that a stage is reached, and who comes and goes. */
  record Step(String sql, String who) {}

  @Property(tries = 300)
  void shouldSeeTheSameByBothFormsOfTheRule(
      @ForAll("steps") List<Step> steps, @ForAll("readers") List<Person> readers) {
    // given
    var reference = new CaseReference("SR-2026-%05d".formatted(++cases));
    flag(reference, PEOPLE.getFirst());
    // when
    for (var step : steps) {
      READERS
          .everyRow()
          .sql(step.sql())
          .param("reference", reference.value())
          .param("who", step.who())
          .update();
    }
    // then
    for (var reader : readers) {
      var seen = READERS.as(reader, jdbc -> new OwnSight(jdbc).of(reader, reference));
      assertThat(seen)
          .as("%s of %s", reader, steps)
          .isEqualTo(READERS.as(reader, jdbc -> new NeedToKnowByCircle(jdbc).of(reader, reference)))
          .isEqualTo(new NeedToKnowByCircle(READERS.everyRow()).of(reader, reference));
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var people = Arbitraries.of(PEOPLE);
    var stages = Arbitraries.of(CaseState.class).map(CaseState::name);
    return Arbitraries.oneOf(
            steps(
                "insert into case_participant values (:reference, :who, now()) on conflict do nothing",
                people),
            steps(
                "insert into case_group values (:reference, :who, now()) on conflict do nothing",
                Arbitraries.of(GROUPS)),
            steps(
                """
                insert into case_recusal values (:reference, :who, 'Words', :who, now()) on conflict do nothing
                """,
                people),
            steps(emergency("now() + interval '1 hour'"), people),
            steps(emergency("now() - interval '1 hour'"), people),
            steps(
                """
                update cases set state = :who, severity = 'HIGH', desk = 'UK-IE-NL-IL'
                 where reference = :reference
                """,
                stages))
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Person>> readers() {
    return Combinators.combine(
            Arbitraries.of(PEOPLE),
            Arbitraries.of(
                    Role.DESK,
                    Role.DESK_HEAD,
                    Role.COUNSEL,
                    Role.POLICY,
                    Role.AUDITOR,
                    Role.MANAGER,
                    Role.ADMIN)
                .set()
                .ofMaxSize(3),
            Arbitraries.of(UK, DE).set())
        .as(SightProperties::person)
        .list()
        .ofSize(3);
  }

  private static Arbitrary<Step> steps(String sql, Arbitrary<String> who) {
    return who.map(one -> new Step(sql, one));
  }

  /** What somebody sees already is not opened to them. */
  private static String emergency(String until) {
    return """
        insert into case_emergency (reference, person, reason, at, ends_at)
          select :reference, :who, 'Words', now() - interval '2 hours', %s
           where not exists (select from case_emergency
             where reference = :reference and person = :who and ends_at > now())
        """
        .formatted(until);
  }

  private static Person person(String id, Set<Role> roles, Set<String> desks) {
    return new Person(new PersonId(id), id, "", roles, desks, ZoneOffset.UTC);
  }

  private static void flag(CaseReference reference, String flagger) {
    READERS
        .everyRow()
        .sql(
            """
            insert into cases (reference, flagger, flagged_at, type, sender, principal, principal_kind,
              principal_country, market, channel, ask, wants_to_stay_hidden, political_content, paid,
              threat, received_on, state)
            values (?, ?, now(), 'OTHER', 'Sender', 'Principal', 'AGENCY', 'FR', 'GB', 'FORMAL', 'Words',
              false, false, false, false, date '2026-01-01', 'FLAGGED')
            """)
        .params(reference.value(), flagger)
        .update();
  }
}
