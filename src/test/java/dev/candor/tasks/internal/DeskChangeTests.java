package dev.candor.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose desk a change of a task is about. */
class DeskChangeTests {

  private static final Person POLICY =
      new Person(new PersonId("paula"), "Paula", "", Set.of(Role.POLICY), Set.of(), ZoneOffset.UTC);

  @Test
  void shouldConcernWhoMayTakeItAndWhoHoldsOrHeldIt() {
    assertThat(new DeskChange("SR-2026-00001", Set.of("policy"), Set.of()).concerns(POLICY))
        .isTrue();
    assertThat(new DeskChange("SR-2026-00001", Set.of("counsel"), Set.of("paula")).concerns(POLICY))
        .isTrue();
    assertThat(new DeskChange("SR-2026-00001", Set.of("counsel"), Set.of("conor")).concerns(POLICY))
        .isFalse();
  }
}
