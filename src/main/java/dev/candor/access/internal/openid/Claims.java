package dev.candor.access.internal.openid;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a person out of what a provider claims of them. What it does not know gives no right. */
class Claims {

  private static final Pattern BETWEEN_ROLES = Pattern.compile("[\\s,]+");

  private final OpenIdSettings settings;

  Claims(OpenIdSettings settings) {
    this.settings = settings;
  }

  /**
   * Roles and desks that are not claimed are those of before: an access token often says less than
   * what is said when somebody signs in.
   *
   * @param before who this person was; null when they are new
   */
  Person read(Map<String, Object> claims, @Nullable Person before) {
    var id = new PersonId(text(claims, "sub").orElseThrow());
    return new Person(
        id,
        text(claims, "name")
            .or(() -> Optional.ofNullable(before).map(Person::name))
            .or(() -> text(claims, "preferred_username"))
            .orElse(id.value()),
        text(claims, "email").orElse(before == null ? "" : before.email()),
        list(claims, settings.rolesClaim())
            .map(this::roles)
            .orElse(before == null ? EnumSet.of(Role.EMPLOYEE) : before.roles()),
        list(claims, settings.desksClaim())
            .map(this::desks)
            .orElse(before == null ? Set.of() : before.desks()),
        text(claims, "zoneinfo")
            .flatMap(Claims::zone)
            .orElse(before == null ? settings.zone() : before.zone()));
  }

  private Set<Role> roles(List<String> claimed) {
    var roles = EnumSet.of(Role.EMPLOYEE);
    claimed.stream().flatMap(this::role).forEach(roles::add);
    return roles;
  }

  private Stream<Role> role(String claimed) {
    var mapped = settings.roles().get(claimed);
    if (mapped != null) {
      return Stream.of(mapped);
    }
    var name = claimed.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Role.values()).filter(role -> role.name().equals(name));
  }

  private Set<String> desks(List<String> claimed) {
    var desks = new LinkedHashSet<String>();
    claimed.forEach(desk -> desks.add(settings.desks().getOrDefault(desk, desk)));
    return desks;
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return Optional.ofNullable(claims.get(name))
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }

  /** Also what is one text: {@code "DESK COUNSEL"}. Empty when it is not claimed at all. */
  private static Optional<List<String>> list(Map<String, Object> claims, String path) {
    Object value = claims.get(path);
    if (value == null) {
      value = claims;
      for (String step : path.split("\\.")) {
        value = value instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    return switch (value) {
      case null -> Optional.empty();
      case Collection<?> all -> Optional.of(all.stream().map(String::valueOf).toList());
      default ->
          Optional.of(
              BETWEEN_ROLES.splitAsStream(value.toString()).filter(s -> !s.isEmpty()).toList());
    };
  }
}
