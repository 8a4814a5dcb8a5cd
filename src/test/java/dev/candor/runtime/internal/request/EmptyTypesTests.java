package dev.candor.runtime.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is known to be empty, by a clock that only the test moves. */
class EmptyTypesTests {

  private final AtomicLong now = new AtomicLong(1_000);
  private final EmptyTypes empty = new EmptyTypes(now::get);

  @Test
  void shouldAskAboutWhatNobodyHasAskedAbout() {
    assertThat(empty.isKnownEmpty("work")).isFalse();
  }

  @Test
  void shouldNotAskAgainForNothing() {
    empty.inVain("work", empty.look("work"));

    assertThat(empty.isKnownEmpty("work")).isTrue();
    assertThat(empty.isKnownEmpty("other")).isFalse();
  }

  @Test
  void shouldAskWhenTheEngineHasTold() {
    empty.inVain("work", empty.look("work"));

    empty.hint("work");

    assertThat(empty.isKnownEmpty("work")).isFalse();
  }

  @Test
  void shouldAskWhenTheEngineToldWhileItWasAsked() {
    var look = empty.look("work");

    empty.hint("work");
    empty.inVain("work", look);

    assertThat(empty.isKnownEmpty("work")).isFalse();
  }

  @Test
  void shouldAskFromTimeToTimeAllTheSame() {
    empty.inVain("work", empty.look("work"));

    now.addAndGet(EmptyTypes.BELIEVED_FOR.toNanos() - 1);
    assertThat(empty.isKnownEmpty("work")).isTrue();
    now.addAndGet(1);
    assertThat(empty.isKnownEmpty("work")).isFalse();
  }
}
