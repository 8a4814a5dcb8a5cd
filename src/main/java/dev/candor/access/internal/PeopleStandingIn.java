package dev.candor.access.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.Person.Lent;
import dev.candor.access.PersonId;
import dev.candor.access.StandIns;
import dev.candor.access.StandIns.StandIn;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The people of the directory, with what stand-ins have besides. Nobody lends what was lent to
 * them.
 */
@Component
@Primary
class PeopleStandingIn implements People {

  private final People directory;
  private final StandIns standIns;
  private final Clock clock;

  PeopleStandingIn(@Qualifier("directory") People directory, StandIns standIns, Clock clock) {
    this.directory = directory;
    this.standIns = standIns;
    this.clock = clock;
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return directory.find(id).map(this::withWhatIsLent);
  }

  @Override
  public List<Person> inGroup(String group) {
    var members = directory.inGroup(group).stream().map(this::withWhatIsLent);
    var standIns =
        counting()
            .filter(standIn -> isIn(group, standIn.absent()))
            .flatMap(standIn -> find(standIn.person()).stream());
    return Stream.concat(members, standIns)
        .distinct()
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  @Override
  public List<Person> all() {
    return directory.all().stream().map(this::withWhatIsLent).toList();
  }

  private Person withWhatIsLent(Person person) {
    var lent =
        counting()
            .filter(standIn -> standIn.person().equals(person.id()))
            .flatMap(standIn -> directory.find(standIn.absent()).stream())
            .map(absent -> new Lent(absent.id(), absent.ownGroups()))
            .distinct()
            .toList();
    return lent.isEmpty() ? person : person.standingInFor(lent);
  }

  private boolean isIn(String group, PersonId id) {
    return directory.find(id).filter(person -> person.ownGroups().contains(group)).isPresent();
  }

  private Stream<StandIn> counting() {
    var now = clock.instant();
    return standIns.notOver().stream().filter(standIn -> standIn.countsAt(now));
  }
}
