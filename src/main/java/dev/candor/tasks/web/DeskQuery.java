package dev.candor.tasks.web;

import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import dev.candor.tasks.FindTasks.Order;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.TaskFilter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Which list the desk shows, as its address says. What an old or mistyped address asks for and
 * there is not, is as if it were not asked.
 *
 * @param scope null chooses: what they hold, or what their groups are offered when they hold
 *     nothing
 * @param words free search; empty for none
 */
record DeskQuery(
    @Nullable Scope scope,
    @Nullable Severity severity,
    @Nullable RequestType type,
    @Nullable String desk,
    @Nullable Due due,
    String words,
    Order order) {

  private static final int LONGEST_WORDS = 200;
  private static final int DAYS_OF_A_WEEK = 7;

  /** By when a task is due. */
  enum Due {
    OVERDUE,
    TODAY,
    WEEK
  }

  static DeskQuery of(Map<String, String> asked) {
    var words = text(asked.get("q"));
    var desk = text(asked.get("desk"));
    var order = choice(Order.values(), asked.get("order"));
    return new DeskQuery(
        choice(Scope.values(), asked.get("scope")),
        choice(Severity.values(), asked.get("severity")),
        choice(RequestType.values(), asked.get("type")),
        desk.isEmpty() || desk.length() > LONGEST_WORDS ? null : desk,
        choice(Due.values(), asked.get("due")),
        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
        order == null ? Order.DUE : order);
  }

  /** What {@link #text} wrote, or somebody else: nothing of it leads anywhere but to a list. */
  static DeskQuery ofText(String query) {
    return of(parameters(query));
  }

  /** By name, of those that have a value: the first of each. */
  static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(one -> one.split("=", 2))
        .filter(one -> one.length == 2)
        .collect(Collectors.toMap(one -> one[0], one -> decoded(one[1]), (one, other) -> one));
  }

  private static String decoded(String value) {
    try {
      return UriUtils.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  /** The database keeps no NUL. */
  static String text(@Nullable String asked) {
    return asked == null ? "" : asked.replace("\0", "").strip();
  }

  TaskFilter filter(Instant now, ZoneId zone) {
    return new TaskFilter(
        null, null, dueBefore(now, zone), type, severity, desk, words.isEmpty() ? null : words);
  }

  /** Whether anything is left out by it. */
  boolean narrows() {
    return severity != null || type != null || desk != null || due != null || !words.isEmpty();
  }

  DeskQuery in(Scope other) {
    return new DeskQuery(other, severity, type, desk, due, words, order);
  }

  /** The same list without what narrows it. */
  DeskQuery everything() {
    return new DeskQuery(scope, null, null, null, null, "", Order.DUE);
  }

  /**
   * @param page from 0: the first is not named, the others are counted from 1
   * @param inHand key of the task that is open beside the list; null for none
   */
  String address(int page, @Nullable Long inHand) {
    var address =
        UriComponentsBuilder.fromPath(inHand == null ? "/desk" : "/desk/" + inHand)
            .queryParamIfPresent("scope", code(scope))
            .queryParamIfPresent("severity", code(severity))
            .queryParamIfPresent("type", code(type))
            .queryParamIfPresent("due", code(due))
            .queryParamIfPresent("order", code(order == Order.DUE ? null : order));
    if (desk != null) {
      address.queryParam("desk", "{desk}");
    }
    if (!words.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (page > 0) {
      address.queryParam("page", page + 1);
    }
    var values = new HashMap<String, Object>();
    values.put("desk", desk == null ? "" : desk);
    values.put("q", words);
    return address.encode().buildAndExpand(values).toUriString();
  }

  /** As it is kept under a name. */
  String text() {
    var address = address(0, null);
    return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
  }

  private @Nullable Instant dueBefore(Instant now, ZoneId zone) {
    if (due == null) {
      return null;
    }
    var today = LocalDate.ofInstant(now, zone);
    return switch (due) {
      case OVERDUE -> now;
      case TODAY -> today.plusDays(1).atStartOfDay(zone).toInstant();
      case WEEK -> today.plusDays(DAYS_OF_A_WEEK).atStartOfDay(zone).toInstant();
    };
  }

  private static Optional<String> code(@Nullable Enum<?> choice) {
    return Optional.ofNullable(choice).map(one -> one.name().toLowerCase(Locale.ROOT));
  }

  private static <E extends Enum<E>> @Nullable E choice(E[] choices, @Nullable String name) {
    return Arrays.stream(choices)
        .filter(one -> one.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
