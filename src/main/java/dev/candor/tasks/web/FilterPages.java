package dev.candor.tasks.web;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import dev.candor.tasks.FindTasks.Order;
import dev.candor.tasks.SavedFilter;
import dev.candor.tasks.SavedFilters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what a list can be narrowed down to into choices. */
@Component
class FilterPages {

  private final SavedFilters saved;
  private final People people;
  private final DeskWords words;

  FilterPages(SavedFilters saved, People people, DeskWords words) {
    this.saved = saved;
    this.people = people;
    this.words = words;
  }

  FilterPage of(Person person, DeskQuery query, @Nullable Long inHand) {
    return new FilterPage(
        code(Objects.requireNonNull(query.scope())),
        inHand == null ? "/desk" : "/desk/" + inHand,
        query.words(),
        choices(Severity.values(), "severity.", query.severity()).reversed(),
        choices(RequestType.values(), "type.", query.type()),
        desks(person, query.desk()),
        choices(DeskQuery.Due.values(), "due.", query.due()),
        orders(person, query.order()),
        query.narrows(),
        query.everything().address(0, inHand),
        query.text(),
        saved.of(person).stream().map(one -> shown(one, query)).toList());
  }

  private static FilterPage.Saved shown(SavedFilter one, DeskQuery query) {
    return new FilterPage.Saved(
        one.id().toString(),
        one.name(),
        "/desk/filters/" + one.id(),
        one.shared(),
        one.query().equals(query.text()));
  }

  private List<FilterPage.Choice> desks(Person person, @Nullable String chosen) {
    if (worksForOneDesk(person)) {
      return List.of();
    }
    return people.all().stream()
        .flatMap(one -> one.desks().stream())
        .distinct()
        .sorted()
        .map(desk -> new FilterPage.Choice(desk, desk, desk.equals(chosen)))
        .toList();
  }

  private List<FilterPage.Choice> orders(Person person, Order chosen) {
    var offered =
        Stream.of(Order.values())
            .filter(one -> one != Order.DESK || one == chosen || !worksForOneDesk(person))
            .toArray(Order[]::new);
    return choices(offered, "order.", chosen);
  }

  /** There are no desks to tell apart, then. */
  static boolean worksForOneDesk(Person person) {
    return person.desks().size() == 1;
  }

  private <E extends Enum<E>> List<FilterPage.Choice> choices(
      E[] all, String messages, @Nullable E chosen) {
    return Arrays.stream(all)
        .map(one -> new FilterPage.Choice(code(one), words.of(messages, one), one == chosen))
        .toList();
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
