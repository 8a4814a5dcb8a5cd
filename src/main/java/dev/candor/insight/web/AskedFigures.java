package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.CycleTimes;
import dev.candor.insight.internal.CycleTimes.Figures;
import dev.candor.insight.internal.CycleTimes.Group;
import dev.candor.insight.internal.StepFigures;
import java.util.List;
import org.springframework.stereotype.Component;

/** The figures that an address asks for: of cases, or of the passes through one step. */
@Component
class AskedFigures {

  private final CycleTimes cases;
  private final StepFigures steps;

  AskedFigures(CycleTimes cases, StepFigures steps) {
    this.cases = cases;
    this.steps = steps;
  }

  Figures figures(Person person, Asked asked) {
    var query = asked.query(person.zone());
    var step = asked.step();
    return step == null
        ? cases.figures(person, query, person.zone())
        : steps.of(person, query, step, person.zone());
  }

  /** By a dimension of cases, or by their steps. */
  List<Group> groups(Person person, Asked asked) {
    var query = asked.query(person.zone());
    var step = asked.step();
    var dimension = asked.dimension();
    if (dimension.isPresent()) {
      return step == null
          ? cases.by(person, query, dimension.get())
          : steps.by(person, query, step, dimension.get());
    }
    return cases.bySteps(person, query).stream()
        .filter(group -> step == null || group.code().equals(step.code()))
        .toList();
  }
}
