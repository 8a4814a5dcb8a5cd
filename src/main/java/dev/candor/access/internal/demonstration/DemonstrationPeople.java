package dev.candor.access.internal.demonstration;

import static dev.candor.access.Role.ACCOUNT_OPS;
import static dev.candor.access.Role.ADMIN;
import static dev.candor.access.Role.AUDITOR;
import static dev.candor.access.Role.COMMUNICATIONS;
import static dev.candor.access.Role.COUNSEL;
import static dev.candor.access.Role.DESK;
import static dev.candor.access.Role.DESK_HEAD;
import static dev.candor.access.Role.EMPLOYEE;
import static dev.candor.access.Role.LEGAL_PROCESS;
import static dev.candor.access.Role.MANAGER;
import static dev.candor.access.Role.POLICY;
import static dev.candor.access.Role.PROCESS_OWNER;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.access.internal.openid.NoOpenIdProvider;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** One person per role, for trying the service out. They exist only while no provider is set up. */
@Component
@Qualifier("directory")
@Conditional(NoOpenIdProvider.class)
public class DemonstrationPeople implements People {

  /** Everybody's password; named on the login page. */
  public static final String PASSWORD = "candor";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<String> WEST = Set.of("UK-IE-NL-IL");
  private static final Set<String> CENTRE_AND_REST =
      Set.of(
          "DE-AT-CH", "EUROPE", "AMERICAS", "ASIA-PACIFIC", "AFRICA-MIDDLE-EAST", "INTERNATIONAL");

  /** In the order of the route: who flags, who reviews, who decides, who helps, who looks on. */
  private static final List<Person> IN_ORDER =
      List.of(
          person("employee", "Erin Walsh", Set.of(), LONDON),
          person("desk-uk", "Dev Patel", WEST, LONDON, DESK),
          person("head-uk", "Hannah Price", WEST, LONDON, DESK, DESK_HEAD),
          person("desk-de", "Dora Klein", CENTRE_AND_REST, BERLIN, DESK),
          person("head-de", "Henrik Vogt", CENTRE_AND_REST, BERLIN, DESK, DESK_HEAD),
          person("policy", "Paula Moreau", Set.of(), BERLIN, POLICY),
          person("counsel", "Conor Byrne", Set.of(), LONDON, COUNSEL),
          person("communications", "Camille Roux", Set.of(), BERLIN, COMMUNICATIONS),
          person("ops", "Oskar Lind", Set.of(), BERLIN, ACCOUNT_OPS),
          person("legal", "Leila Haddad", Set.of(), LONDON, LEGAL_PROCESS),
          person("owner", "Olivia Brandt", Set.of(), BERLIN, PROCESS_OWNER),
          person("manager", "Marek Nowak", Set.of(), BERLIN, MANAGER),
          person("auditor", "Aude Lambert", Set.of(), LONDON, AUDITOR),
          person("admin", "Ada Quinn", Set.of(), LONDON, ADMIN));

  private static final List<Person> BY_NAME =
      IN_ORDER.stream().sorted(Comparator.comparing(Person::name)).toList();

  @Override
  public Optional<Person> find(PersonId id) {
    return IN_ORDER.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  @Override
  public List<Person> inGroup(String group) {
    return BY_NAME.stream().filter(person -> person.groups().contains(group)).toList();
  }

  @Override
  public List<Person> all() {
    return BY_NAME;
  }

  /** As the login page lists them. */
  public List<Person> inOrder() {
    return IN_ORDER;
  }

  private static Person person(
      String id, String name, Set<String> desks, ZoneId zone, Role... roles) {
    var all = EnumSet.of(EMPLOYEE, roles);
    return new Person(new PersonId(id), name, id + "@candor.example", all, desks, zone);
  }
}
