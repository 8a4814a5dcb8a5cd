package dev.candor.cases.pages;

import dev.candor.access.Person;
import dev.candor.notification.Letters.Told;
import dev.candor.web.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts into words who was told of what by mail, and whether they saw it: a line for each telling.
 */
@Component
class ToldPages {

  private final Names names;

  ToldPages(Names names) {
    this.names = names;
  }

  List<AsidePage.Told> of(List<Told> letters, Person viewer) {
    return letters.stream()
        .collect(
            Collectors.groupingBy(
                letter -> letter.notice() + " " + letter.occasion(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(telling -> telling(telling, viewer))
        .toList();
  }

  private AsidePage.Told telling(List<Told> letters, Person viewer) {
    var first = letters.getFirst();
    return new AsidePage.Told(
        "told." + first.notice(),
        Times.moment(first.writtenAt(), viewer.zone()),
        letters.stream().map(letter -> reader(letter, viewer)).toList());
  }

  private AsidePage.Reader reader(Told letter, Person viewer) {
    var seenAt = letter.seenAt();
    return new AsidePage.Reader(
        names.person(letter.person().value()),
        "told.state." + letter.state(),
        seenAt == null ? null : Times.moment(seenAt, viewer.zone()));
  }
}
