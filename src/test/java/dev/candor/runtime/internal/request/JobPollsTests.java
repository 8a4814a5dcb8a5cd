package dev.candor.runtime.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.internal.engine.EngineCore;
import dev.candor.runtime.internal.engine.Engineer;
import dev.candor.runtime.internal.log.MemoryJournal;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What polls come to at the engine. */
class JobPollsTests {

  private static final JobPolls.Caller PATIENT =
      new JobPolls.Caller() {
        @Override
        public boolean hasHungUp() {
          return false;
        }

        @Override
        public void onHangUp(Runnable action) {
          // never
        }
      };

  private final EngineCore core = new EngineCore(new MemoryJournal());
  private final Engineer engineer = new Engineer(core);
  private JobPolls polls;

  @BeforeEach
  void start() {
    core.start();
    polls = new JobPolls(new Engine(core));
    engineer.deploy(Engineer.oneTask("work"));
  }

  @AfterEach
  void stop() {
    core.close();
  }

  @Test
  void shouldAskTheEngineOnceWhileThereIsNothing() {
    for (int poll = 0; poll < 20; poll++) {
      assertThat(poll(10).getJobKeys()).isEmpty();
    }

    assertThat(questions()).isEqualTo(1);
  }

  @Test
  void shouldFindWhatComesWhileItWaitsAndWhatCameInBetween() {
    poll(10);
    var waiting = CompletableFuture.supplyAsync(() -> poll(500));
    await().until(() -> !waiting.isDone());
    engineer.create("one-task");
    assertThat(waiting.join().getJobKeys()).as("while it waits").hasSize(1);

    poll(10);
    engineer.create("one-task");
    assertThat(poll(500).getJobKeys()).as("in between").hasSize(1);
  }

  @Test
  void shouldFindWhatIsThereWithoutWaiting() {
    for (int job = 0; job < 50; job++) {
      poll(1);
      engineer.create("one-task");
      assertThat(poll(-1).getJobKeys()).hasSize(1);
    }
  }

  private JobBatchRecord poll(long patienceMillis) {
    return polls.activate(
        new ActivateJobs("work", "worker", 60_000L, 10, null, patienceMillis, List.of()), PATIENT);
  }

  private long questions() {
    return core.meters().find("zeebe.log.appender.record.appended").counters().stream()
        .filter(counter -> "JOB_BATCH".equals(counter.getId().getTag("valueType")))
        .filter(counter -> "COMMAND".equals(counter.getId().getTag("recordType")))
        .mapToLong(counter -> Math.round(counter.count()))
        .sum();
  }
}
