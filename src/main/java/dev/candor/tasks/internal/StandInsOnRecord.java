package dev.candor.tasks.internal;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.access.StandIns;
import dev.candor.access.StandIns.StandIn;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import dev.candor.tasks.StandingIn;
import dev.candor.web.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may name and end stand-ins; the ledger keeps that access was given, and that it ended. */
@Component
@Transactional
class StandInsOnRecord implements StandingIn {

  /** Longer than that somebody has to look at it again. */
  private static final int MOST_DAYS = 92;

  private static final String SUBJECT = "stand-in";

  private final StandIns standIns;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  StandInsOnRecord(StandIns standIns, People people, Ledger ledger, Clock clock) {
    this.standIns = standIns;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<StandIn> about(Person person) {
    return standIns.notOver().stream().filter(standIn -> mayEnd(person, standIn)).toList();
  }

  @Override
  public List<Person> mayBeAway(Person person) {
    return Stream.concat(
            Stream.of(person),
            people.all().stream().filter(other -> !other.id().equals(person.id())))
        .filter(StandInsOnRecord::worksOnCases)
        .filter(other -> maySpeakFor(person, other))
        .toList();
  }

  @Override
  public List<Person> mayStandIn() {
    return people.all().stream().filter(StandInsOnRecord::worksOnCases).toList();
  }

  @Override
  public StandIn name(
      Person by, PersonId absent, PersonId standIn, LocalDate from, LocalDate until) {
    var away = known("absent", absent);
    if (!maySpeakFor(by, away)) {
      throw new AccessDeniedException("Not theirs to say");
    }
    known("standIn", standIn);
    if (standIn.equals(absent)) {
      throw new InvalidInput("standIn", "Must be somebody else");
    }
    var today = LocalDate.now(clock.withZone(away.zone()));
    if (from.isBefore(today)) {
      throw new InvalidInput("from", "Must not be in the past");
    }
    if (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
      throw new InvalidInput("until", "Must be within %d days from then".formatted(MOST_DAYS));
    }
    var named =
        new StandIn(
            UUID.randomUUID(),
            absent,
            standIn,
            from.atStartOfDay(away.zone()).toInstant(),
            until.plusDays(1).atStartOfDay(away.zone()).toInstant());
    standIns.add(named, by.id());
    note(LedgerKind.ACCESS_GRANTED, by, named);
    return named;
  }

  @Override
  public void end(Person by, UUID id) {
    var ended =
        standIns.notOver().stream()
            .filter(standIn -> standIn.id().equals(id) && mayEnd(by, standIn))
            .findFirst()
            .orElseThrow(() -> new AccessDeniedException("Not theirs to say"));
    if (standIns.end(id, by.id())) {
      note(LedgerKind.ACCESS_ENDED, by, ended);
    }
  }

  private void note(LedgerKind kind, Person by, StandIn standIn) {
    ledger.record(
        List.of(
            new LedgerEntry(
                kind,
                by.id(),
                SUBJECT,
                Map.of("from", standIn.from().toString(), "until", standIn.until().toString()),
                Map.of(
                    "person", standIn.person().value(), "inPlaceOf", standIn.absent().value()))));
  }

  private Person known(String field, PersonId id) {
    return people
        .find(id)
        .filter(StandInsOnRecord::worksOnCases)
        .orElseThrow(() -> new InvalidInput(field, "Must be somebody who works on cases"));
  }

  private boolean mayEnd(Person by, StandIn standIn) {
    return standIn.person().equals(by.id())
        || people.find(standIn.absent()).filter(absent -> maySpeakFor(by, absent)).isPresent();
  }

  /** For oneself, and as its head for the people of a desk: who fell ill names nobody. */
  private static boolean maySpeakFor(Person by, Person absent) {
    return by.id().equals(absent.id())
        || absent.ownGroups().stream()
            .filter(group -> group.startsWith(Groups.desk("")))
            .anyMatch(group -> by.ownGroups().contains(Groups.headsOf(group)));
  }

  private static boolean worksOnCases(Person person) {
    return !person.ownGroups().isEmpty() && !person.is(Role.ADMIN) && !person.is(Role.MANAGER);
  }
}
