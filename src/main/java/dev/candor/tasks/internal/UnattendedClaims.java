package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.Groups;
import dev.candor.calendar.DeskCalendars;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.HandOver;
import dev.candor.outbox.Outbox;
import dev.candor.process.DecisionTables.NoAnswer;
import dev.candor.process.HumanTasks;
import dev.candor.process.HumanTasks.TaskBusy;
import dev.candor.process.HumanTasks.TaskGone;
import dev.candor.tasks.HumanTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Claims whose holder neither took, opened nor filled in the task for too long go back to its
 * groups. Each is looked at when it could lapse at the earliest.
 */
@Component
class UnattendedClaims implements Outbox {

  private static final String SERVICE = "unattended-claims";
  private static final Duration ENGINE_AT_WORK = Duration.ofMinutes(1);

  private final TaskTable tasks;
  private final HandOverTable handOvers;
  private final HumanTasks engine;
  private final CaseRegister register;
  private final DeskCalendars calendars;
  private final TasksSettings settings;
  private final Clock clock;

  UnattendedClaims(
      TaskTable tasks,
      HandOverTable handOvers,
      HumanTasks engine,
      CaseRegister register,
      DeskCalendars calendars,
      TasksSettings settings,
      Clock clock) {
    this.tasks = tasks;
    this.handOvers = handOvers;
    this.engine = engine;
    this.register = register;
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean carryOutOne() {
    var claim = tasks.claimToLookAt();
    claim.ifPresent(
        found ->
            Acting.asServiceOn(
                SERVICE,
                found.task().reference(),
                () -> {
                  lookAt(
                      found.task(),
                      Objects.requireNonNullElseGet(found.attendedAt(), clock::instant));
                  return found;
                }));
    return claim.isPresent();
  }

  private void lookAt(HumanTask task, Instant attendedAt) {
    var lapses = lapses(task, attendedAt);
    if (lapses.isAfter(clock.instant())) {
      tasks.lookAgainAt(task.key(), lapses);
    } else {
      giveBack(task);
    }
  }

  private void giveBack(HumanTask task) {
    handOvers.ask(task, HandOver.CLAIM_LAPSED, Objects.requireNonNull(task.assignee()), null);
    try {
      engine.unassign(task.key());
    } catch (TaskBusy | TaskGone notNow) {
      tasks.lookAgainAt(task.key(), clock.instant().plus(ENGINE_AT_WORK));
    }
  }

  /** By the clock where the desk's calendar cannot be had. */
  private Instant lapses(HumanTask task, Instant attendedAt) {
    var desk = desk(task);
    try {
      return desk == null
          ? attendedAt.plus(settings.unattendedAfter())
          : calendars.of(desk, null).after(attendedAt, settings.unattendedAfter());
    } catch (NoAnswer | DeskCalendars.NotACalendar notToBeHad) {
      return attendedAt.plus(settings.unattendedAfter());
    }
  }

  private @Nullable String desk(HumanTask task) {
    var group = register.parties(new CaseReference(task.reference())).deskGroup();
    return group == null ? null : group.substring(Groups.desk("").length());
  }
}
