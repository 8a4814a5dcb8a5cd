package dev.candor.insight.web;

import dev.candor.access.Person;
import dev.candor.insight.internal.CycleTimes;
import dev.candor.insight.internal.CycleTimes.Figures;
import dev.candor.insight.internal.CycleTimes.Group;
import dev.candor.insight.internal.StepFigures;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.web.InvalidInput;
import java.util.List;
import java.util.Optional;
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

  /**
   * @param step of those that there are; empty for cases
   */
  Figures figures(Person person, Asked asked, Optional<Step> step) {
    var query = asked.query(person.zone());
    return step.map(one -> steps.of(person, query, one.id(), person.zone()))
        .orElseGet(() -> cases.figures(person, query, person.zone()));
  }

  /**
   * The step that is asked for; empty for cases.
   *
   * @throws InvalidInput where no diagram has it
   */
  Optional<Step> step(Person person, Asked asked) {
    return asked.step() == null ? Optional.empty() : asked.stepOf(cases.steps(person));
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
