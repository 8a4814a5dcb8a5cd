package dev.candor.access.web;

import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.access.web.EveryCall.Standing;
import dev.candor.attachments.Attachments;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.Channel;
import dev.candor.cases.Flag;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.support.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A case for each way to stand to one, with a task offered to the desk of the United Kingdom, and
 * words by which it is known again. What changes a case gets a copy that nobody else looks at.
 */
final class CasesBehindDoors {

  private static final String SOMEBODY = "somebody-who-left";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of all tests of one service, so that none takes another's words for its own. */
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final CaseRegister register;
  private final Attachments attachments;
  private final EveryRow rows;
  private final List<String> people;
  private final Map<String, Case> cases = new LinkedHashMap<>();

  /**
   * @param file that its flagger attached
   * @param words that stand in all that was flagged, and in the file
   * @param privileged that stand in its discussion
   */
  record Case(
      Standing standing,
      String flagger,
      String reference,
      long task,
      String file,
      String words,
      String privileged) {}

  CasesBehindDoors(
      CaseRegister register, Attachments attachments, EveryRow rows, List<String> people) {
    this.register = register;
    this.attachments = attachments;
    this.rows = rows;
    this.people = people;
  }

  /** The engine carries each of them to its first task. */
  void flag() {
    for (var standing : Standing.values()) {
      switch (standing) {
        case NO_CASE -> {}
        case FLAGGER -> people.forEach(person -> flag(standing, person));
        default -> flag(standing, SOMEBODY);
      }
    }
    cases.replaceAll((key, flagged) -> withTask(flagged));
    cases.values().forEach(this::write);
  }

  /** The one that this person stands to in this way; it stays as it is. */
  Case of(Standing standing, String person) {
    return Objects.requireNonNull(cases.get(key(standing, person)));
  }

  Collection<Case> all() {
    return cases.values();
  }

  /** The same once more, for a call that changes it. The engine does not carry it. */
  Case copy(Standing standing, String person) {
    var original = of(standing, person);
    var reference =
        rows.sql(
                """
                with number as (update case_number set last = last + 1 returning year, last)
                insert into cases (reference, flagger, flagged_at, type, sender, relationship, principal,
                    principal_kind, principal_country, market, channel, ask, legal_basis, wants_to_stay_hidden,
                    audience, political_content, paid, threat, received_on, items, reply_wanted_by, state,
                    severity, desk, decider, review_overdue, withdrawal_asked)
                  select format('SR-%s-%s', year, lpad(last::text, 5, '0')), flagger, flagged_at, type, sender,
                      relationship, principal, principal_kind, principal_country, market, channel, ask,
                      legal_basis, wants_to_stay_hidden, audience, political_content, paid, threat, received_on,
                      items, reply_wanted_by, state, severity, desk, decider, review_overdue, withdrawal_asked
                    from cases c, number where c.reference = ? returning reference
                """)
            .param(original.reference())
            .query(String.class)
            .single();
    rows.sql(
            "insert into case_group select ?, group_name, since from case_group where reference = ?")
        .params(reference, original.reference())
        .update();
    var copy =
        new Case(
            standing,
            original.flagger(),
            reference,
            original.task(),
            original.file(),
            original.words(),
            original.privileged());
    write(copy);
    return copy;
  }

  /** Who claimed a task of it and gave it back is a participant only if they were one before. */
  void forget(Case claimed, String person) {
    if (claimed.standing() != Standing.PARTICIPANT) {
      rows.sql("delete from case_participant where reference = ? and person = ?")
          .params(claimed.reference(), person)
          .update();
      rows.sql("delete from case_access where reference = ? and who = 'person:' || ?")
          .params(claimed.reference(), person)
          .update();
    }
  }

  private void flag(Standing standing, String flagger) {
    var words = "Words-of-case-" + NUMBER.incrementAndGet() + "-";
    var flag =
        new Flag(
            RequestType.OTHER,
            words,
            words,
            words,
            PrincipalKind.STATE_COMPANY,
            "NZ",
            "GB",
            Channel.FORMAL,
            words,
            words,
            false,
            words,
            false,
            false,
            false,
            LocalDate.of(2026, 3, 2),
            List.of(words),
            null);
    var by =
        new Person(
            new PersonId(flagger), flagger, "", Set.of(Role.EMPLOYEE), Set.of(), ZoneOffset.UTC);
    var reference = Acting.as(by, () -> register.open(flag, by.id(), null));
    var file = Acting.as(by, () -> attach(reference, by, words));
    cases.put(
        key(standing, flagger),
        new Case(
            standing,
            flagger,
            reference.value(),
            0,
            file,
            words,
            "Privileged-" + words.toLowerCase(Locale.ROOT)));
  }

  private String attach(CaseReference reference, Person by, String words) {
    var content = new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    try {
      return attachments.add(reference, by, words + ".txt", content).id().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Case withTask(Case flagged) {
    var task =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    rows.sql("select user_task_key from task where reference = ?")
                        .param(flagged.reference())
                        .query(Long.class)
                        .optional(),
                Optional::isPresent)
            .orElseThrow();
    return new Case(
        flagged.standing(),
        flagged.flagger(),
        flagged.reference(),
        task,
        flagged.file(),
        flagged.words(),
        flagged.privileged());
  }

  private void write(Case about) {
    var recused = about.standing() == Standing.RECUSED || about.standing() == Standing.REMOVED;
    if (recused || about.standing() == Standing.PARTICIPANT) {
      rows.sql("insert into case_participant select ?, unnest(?::text[]), now()")
          .params(about.reference(), people.toArray(String[]::new))
          .update();
    }
    if (recused) {
      rows.sql(
              """
              insert into case_recusal
              select ?, person, 'A friend', case when ? then person else 'counsel' end, now()
                from unnest(?::text[]) person
              """)
          .params(
              about.reference(),
              about.standing() == Standing.RECUSED,
              people.toArray(String[]::new))
          .update();
    }
    if (about.standing() == Standing.EMERGENCY) {
      rows.sql(
              """
              insert into case_emergency (reference, person, reason, at, ends_at)
              select ?, unnest(?::text[]), 'A court asks', now(), now() + interval '1 hour'
              """)
          .params(about.reference(), people.toArray(String[]::new))
          .update();
    }
    rows.sql("insert into case_comment (reference, person, words, at) values (?, ?, ?, now())")
        .params(about.reference(), SOMEBODY, about.privileged())
        .update();
  }

  private static String key(Standing standing, String person) {
    return standing + (standing == Standing.FLAGGER ? " " + person : "");
  }
}
