package dev.candor.insight.web;

import dev.candor.access.CurrentPerson;
import dev.candor.insight.internal.OwnTimes;
import dev.candor.insight.internal.OwnTimes.Step;
import dev.candor.web.Times;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whoever is signed in sees their own times. There is no address for somebody else's. */
@Controller
class OwnTimesController {

  private final OwnTimes times;
  private final CurrentPerson currentPerson;

  OwnTimesController(OwnTimes times, CurrentPerson currentPerson) {
    this.times = times;
    this.currentPerson = currentPerson;
  }

  /**
   * @param inTime of those with a deadline
   */
  record Row(String step, int done, String median, String p85, String inTime, int left) {}

  @GetMapping("/times")
  String show(Model model) {
    model.addAttribute(
        "steps", times.of(currentPerson.get()).stream().map(OwnTimesController::row).toList());
    return "insight/own";
  }

  private static Row row(Step step) {
    return new Row(
        step.name(),
        step.done(),
        time(step.median()),
        time(step.p85()),
        step.withDeadline() == 0 ? "" : step.inTime() + " of " + step.withDeadline(),
        step.left());
  }

  private static String time(@Nullable Integer seconds) {
    return seconds == null ? "" : Times.hours(Duration.ofSeconds(seconds));
  }
}
