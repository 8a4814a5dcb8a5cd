package dev.candor.access.internal.openid;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everybody whom the provider has told us of, by signing in or by a token. Kept in the database:
 * whoever decided years ago still has a name. Another machine's news arrives within seconds.
 */
@Component
@Qualifier("directory")
@Conditional(OpenIdProvider.class)
class OpenIdPeople implements People {

  /** So long an unchanged person is not written again. */
  private static final Duration SEEN_IS_EXACT_TO = Duration.ofMinutes(10);

  private static final Duration NEWS_WITHIN = Duration.ofSeconds(2);

  private final JdbcClient jdbc;
  private final Claims claims;
  private final Clock clock;
  private final Duration seenWithin;
  private final LoadingCache<String, Map<PersonId, Known>> all =
      Caffeine.newBuilder().expireAfterWrite(NEWS_WITHIN).build(unused -> load());

  OpenIdPeople(JdbcClient jdbc, OpenIdSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.claims = new Claims(settings);
    this.clock = clock;
    this.seenWithin = settings.seenWithin();
  }

  private record Known(Person person, Instant statedAt, Instant seenAt) {}

  /**
   * Takes down who this is. What was stated earlier than what is known changes nothing.
   *
   * @param statedAt when the provider said so
   */
  Person remember(Map<String, Object> claimed, Instant statedAt) {
    var id = new PersonId(String.valueOf(claimed.get("sub")));
    var known = known().get(id);
    var person = claims.read(claimed, known == null ? null : known.person());
    if (known != null && known.statedAt().isAfter(statedAt)) {
      return known.person();
    }
    if (known == null
        || !known.person().equals(person)
        || known.seenAt().isBefore(clock.instant().minus(SEEN_IS_EXACT_TO))) {
      write(person, statedAt);
    }
    return person;
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(known().get(id)).map(Known::person);
  }

  /** Without those who have not been here for long: nobody waits for somebody who has left. */
  @Override
  public List<Person> inGroup(String group) {
    var since = clock.instant().minus(seenWithin);
    return byName(
        known -> known.seenAt().isAfter(since) && known.person().groups().contains(group));
  }

  @Override
  public List<Person> all() {
    return byName(known -> true);
  }

  private List<Person> byName(Predicate<Known> wanted) {
    return known().values().stream()
        .filter(wanted)
        .map(Known::person)
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  private Map<PersonId, Known> known() {
    return all.get("all");
  }

  private Map<PersonId, Known> load() {
    return jdbc
        .sql("select id, name, email, roles, desks, zone, stated_at, seen_at from person")
        .query((row, number) -> known(row))
        .stream()
        .collect(Collectors.toUnmodifiableMap(known -> known.person().id(), known -> known));
  }

  private void write(Person person, Instant statedAt) {
    jdbc.sql(
            """
            insert into person (id, name, email, roles, desks, zone, stated_at, seen_at)
            values (:id, :name, :email, :roles, :desks, :zone, :statedAt, :seenAt)
            on conflict (id) do update
               set name = excluded.name, email = excluded.email, roles = excluded.roles,
                   desks = excluded.desks, zone = excluded.zone,
                   stated_at = excluded.stated_at, seen_at = excluded.seen_at
             where person.stated_at <= excluded.stated_at
            """)
        .param("id", person.id().value())
        .param("name", person.name())
        .param("email", person.email())
        .param("roles", person.roles().stream().map(Role::name).sorted().toArray(String[]::new))
        .param("desks", person.desks().stream().sorted().toArray(String[]::new))
        .param("zone", person.zone().getId())
        .param("statedAt", statedAt.atOffset(ZoneOffset.UTC))
        .param("seenAt", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    all.invalidateAll();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        new Person(
            new PersonId(row.getString("id")),
            row.getString("name"),
            row.getString("email"),
            roles(texts(row.getArray("roles"))),
            Set.copyOf(texts(row.getArray("desks"))),
            ZoneId.of(row.getString("zone"))),
        row.getTimestamp("stated_at").toInstant(),
        row.getTimestamp("seen_at").toInstant());
  }

  /** A role that a later version of this service knew gives no right in this one. */
  private static Set<Role> roles(List<String> names) {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).forEach(roles::add);
    return roles;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
