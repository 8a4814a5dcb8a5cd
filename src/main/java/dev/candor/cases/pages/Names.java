package dev.candor.cases.pages;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Role;
import dev.candor.cases.Reviewer;
import dev.candor.web.Countries;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People, groups and countries by the names that pages use. */
@Component
public class Names {

  private static final Map<String, String> ROLES =
      Map.of(
          Role.DESK.name(), "Desk",
          Role.DESK_HEAD.name(), "Head of desk",
          Role.COUNSEL.name(), "General counsel",
          Role.POLICY.name(), "Policy",
          Reviewer.SECOND_REVIEWER.name(), "Second review");

  private final People people;

  Names(People people) {
    this.people = people;
  }

  public String person(String id) {
    return people.nameOf(id);
  }

  @Nullable String personOrNobody(@Nullable String id) {
    return id == null ? null : person(id);
  }

  /** Groups and roles; anything else is shown as it is. */
  public String group(String group) {
    return ROLES.getOrDefault(group, Groups.inWords(group));
  }

  public String groups(List<String> groups) {
    return groups.stream().map(this::group).collect(Collectors.joining(", "));
  }

  public static String country(String code) {
    return Countries.name(code);
  }
}
