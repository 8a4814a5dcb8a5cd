package dev.candor.cases.pages;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseView;
import dev.candor.cases.CaseView.Written;
import dev.candor.cases.Likeness;
import dev.candor.web.Times;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what was done on the way into words. */
@Component
class HandlingPages {

  private final Names names;

  HandlingPages(Names names) {
    this.names = names;
  }

  HandlingPage page(CaseView view, Person person) {
    var handling = view.handling();
    return new HandlingPage(
        handling.grounds().stream().map(HandlingPages::ground).toList(),
        handling.precedents().stream()
            .filter(precedent -> precedent.line().outcome() != null)
            .map(precedent -> precedent(precedent, person))
            .toList(),
        view.sight().hasAPart()
            && handling.awaitingAnswer()
            && (person.is(Role.DESK) || person.is(Role.DESK_HEAD)),
        written("answer", handling.answer(), person),
        written("reply", handling.reply(), person),
        written("carriedOut", handling.carriedOut(), person));
  }

  private HandlingPage.@Nullable WrittenLine written(
      String what, @Nullable Written written, Person person) {
    return written == null
        ? null
        : new HandlingPage.WrittenLine(
            what,
            written.text(),
            names.person(written.by()),
            Times.moment(written.at(), person.zone()));
  }

  private HandlingPage.PrecedentLine precedent(CaseView.Precedent precedent, Person person) {
    var line = precedent.line();
    return new HandlingPage.PrecedentLine(
        line.reference(),
        line.type().name(),
        Objects.requireNonNull(line.outcome()).name(),
        precedent.likeness().stream().map(Likeness::name).toList(),
        String.join(", ", precedent.words()),
        ItemsInWords.few(precedent.items()),
        precedent.opened().stream()
            .map(
                opened ->
                    "%s (%s)"
                        .formatted(
                            names.person(opened.by()),
                            Times.moment(opened.at(), person.zone()).text()))
            .collect(Collectors.joining(", ")));
  }

  private static HandlingPage.GroundLine ground(CaseView.PossibleGround ground) {
    return new HandlingPage.GroundLine(
        ground.code(),
        ground.version(),
        "%s, version %s, clause %s".formatted(ground.policy(), ground.version(), ground.clause()),
        ground.assessment());
  }
}
