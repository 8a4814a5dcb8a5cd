package dev.candor.insight.internal;

import static dev.candor.insight.internal.TargetsOfADesk.reference;
import static dev.candor.insight.internal.TargetsOfADesk.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.insight.internal.Rule.Kind;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.web.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What somebody can do with targets of theirs, and with nobody else's. */
@CandorTest
class SettingTargetsTests {

  @Autowired ApplicationContext service;
  @Autowired Targets targets;
  @Autowired EveryRow rows;
  private TargetsOfADesk desk;

  @BeforeEach
  void write() {
    desk = TargetsOfADesk.begin(service);
  }

  @AfterEach
  void forget() {
    desk.forget();
  }

  @Test
  void shouldNotLookAtWhatIsPausedOrDeletedAndTakeBothBack() {
    // given
    desk.open(0, "10 days");
    targets.set(desk.manager(), rule(Kind.IDLE, 60));
    var id = desk.one().id();
    // when
    targets.pause(desk.manager(), id);
    targets.change(desk.manager(), id, rule(Kind.IDLE, 2));
    desk.lookAtAll();
    // then
    assertThat(desk.one()).extracting(Target::checkedAt, Target::missedSince).containsOnlyNulls();
    // when
    targets.delete(desk.manager(), id);
    targets.restore(desk.manager(), id);
    targets.delete(desk.manager(), id);
    rows.sql("update insight_target set paused = false where id = ?").param(id).update();
    desk.lookAtAll();
    // then
    assertThat(desk.mine()).isEmpty();
    assertThat(desk.letters()).isEmpty();
    assertThatThrownBy(() -> targets.pause(desk.manager(), id)).isInstanceOf(UnknownTarget.class);
    // when
    targets.restore(desk.manager(), id);
    desk.lookAgain();
    // then
    assertThat(desk.one().rule().most()).isEqualTo(2);
    desk.awaitMail(reference(0));
  }

  @Test
  void shouldLeaveOthersTargetsAlone() {
    targets.set(desk.manager(), rule(Kind.IDLE, 60));
    var id = desk.one().id();
    var other =
        new Person(
            new PersonId("another"),
            "A",
            "a@b",
            desk.manager().roles(),
            desk.manager().desks(),
            desk.manager().zone());

    assertThat(targets.of(other)).isEmpty();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> targets.change(other, id, rule(Kind.IDLE, 1)),
            () -> targets.pause(other, id),
            () -> targets.delete(other, id),
            () -> targets.restore(other, id))) {
      assertThatThrownBy(attempt::run).isInstanceOf(UnknownTarget.class);
    }
    assertThat(desk.one().rule().most()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"SHARE_BREACHED, 100", "IDLE, 61", "STEP_P85, 5", "IDLE, 0"})
  void shouldRefuseWhatCannotBeKeptAndMissed(Kind kind, int most) {
    assertThatThrownBy(() -> rule(kind, most)).isInstanceOf(InvalidInput.class);
  }
}
