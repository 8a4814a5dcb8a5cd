package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.log.MemoryJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineCoreTests {

  private final EngineCore core = new EngineCore(new MemoryJournal());
  private final Engineer engineer = new Engineer(core);

  @BeforeEach
  void start() {
    core.start();
  }

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void shouldRunAnInstanceToItsEnd() {
    engineer.deploy(Engineer.oneTask("work"));
    long instance = engineer.create("one-task");

    var jobs = engineer.activate("work");
    jobs.forEach(engineer::complete);

    assertThat(instance).isPositive();
    assertThat(jobs).hasSize(1);
    assertThat(engineer.activate("work")).isEmpty();
  }
}
