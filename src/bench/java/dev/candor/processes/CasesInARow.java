package dev.candor.processes;

import static dev.candor.process.PolicyDiscussionElements.TASK_CONCLUDE_DISCUSSION;
import static dev.candor.process.PolicyDiscussionElements.TASK_GIVE_OPINION;
import static dev.candor.support.Route.CARRY_OUT;
import static dev.candor.support.Route.DECIDE_AS_HEAD;
import static dev.candor.support.Route.REPLY;
import static dev.candor.support.Route.REVIEW;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.SensitiveRequestElements;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Cases carried through the whole route by people who answer as soon as they are asked: so many are
 * under way, and the next is flagged when one has ended. Each is an open wish for a verified
 * account, which the head of the desk grants: flag, review, decision, reply, carried out; and as
 * there are many of a kind, each is followed by a discussion of the policy, which changes nothing.
 */
abstract class CasesInARow implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(25);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * What somebody enters when asked to do a step of the route.
   *
   * @param steers what of it the engine gets to know
   */
  record Answer(Map<String, Object> steers, Map<String, Object> words) {}

  private static final Map<String, Answer> ANSWERS =
      Map.of(
          REVIEW, new Answer(Map.of("recommendation", "ACCEPT_WITH_LABEL"), because()),
          DECIDE_AS_HEAD, new Answer(Map.of("outcome", "ACCEPTED_WITH_LABEL"), because()),
          REPLY, new Answer(Map.of(), Map.of("reply", "The account will be verified.")),
          CARRY_OUT, new Answer(Map.of(), Map.of("note", "The account bears its label.")),
          TASK_GIVE_OPINION, new Answer(Map.of(), Map.of("opinion", "KEEP", "rationale", "Fine.")),
          TASK_CONCLUDE_DISCUSSION, new Answer(Map.of("conclusion", "NO_CHANGE"), because()));

  private static final Map<String, String> PEOPLE =
      Map.of(
          "desk:UK-IE-NL-IL", "desk-uk",
          "desk-head:UK-IE-NL-IL", "head-uk",
          "account-ops", "ops",
          "policy", "policy",
          "counsel", "counsel");

  private final Set<Long> asked = ConcurrentHashMap.newKeySet();
  private final Set<Long> seen = new HashSet<>();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private int flagged;

  abstract CamundaClient camunda();

  abstract void flag(String principalCountry);

  abstract void answer(long userTask, String person, Answer answer);

  /** Whether all that ended cases leave to be done is done. */
  abstract boolean isSettled();

  /**
   * Carries as many from the flag to the end, until nothing of them is left to be done.
   *
   * @return cases per second
   */
  final double carry(int cases, int underWay) {
    long before = ended();
    long start = System.nanoTime();
    int begun = 0;
    for (long ended = 0; ended < cases || !isSettled(); ended = ended() - before) {
      for (; begun < cases && begun - ended < underWay; begun++) {
        flagNext();
      }
      if (!answerWhatIsAsked()) {
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
      if (failure.get() != null || System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "%d of %d cases ended; incidents: %s"
                .formatted(ended, cases, CaseUnderWay.incidents(camunda())),
            failure.get());
      }
    }
    return cases / ((System.nanoTime() - start) / 1e9);
  }

  private void flagNext() {
    var countries = Locale.getISOCountries();
    var country = countries[flagged++ % countries.length];
    begin(() -> flag(country));
  }

  private void begin(Runnable work) {
    people.submit(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          }
        });
  }

  private boolean answerWhatIsAsked() {
    var open =
        camunda()
            .newUserTaskSearchRequest()
            .filter(filter -> filter.state(UserTaskState.CREATED))
            .page(page -> page.limit(200))
            .send()
            .join()
            .items()
            .stream()
            .filter(task -> asked.add(task.getUserTaskKey()))
            .toList();
    open.forEach(task -> begin(() -> answerOrBeAskedAgain(task)));
    return !open.isEmpty();
  }

  /** On a machine that is busy otherwise the engine may take too long. */
  private void answerOrBeAskedAgain(UserTask task) {
    try {
      answer(task);
    } catch (EngineUnavailable | ClientException tooSlow) {
      asked.remove(task.getUserTaskKey());
    }
  }

  private void answer(UserTask task) {
    var answer = ANSWERS.get(task.getElementId());
    if (answer == null) {
      throw new IllegalStateException("Nobody is there for " + task.getElementId());
    }
    answer(task.getUserTaskKey(), PEOPLE.get(task.getCandidateGroups().getFirst()), answer);
  }

  private static Map<String, Object> because() {
    return Map.of("rationale", "Open and official.");
  }

  /**
   * Those that were under way at an earlier look and are not any more. What is under way is looked
   * up, which are few, and not what ended: to count them takes longer with each case, and it is the
   * cases that are measured.
   */
  private long ended() {
    var underWay =
        camunda()
            .newProcessInstanceSearchRequest()
            .filter(
                filter ->
                    filter
                        .processDefinitionId(SensitiveRequestElements.PROCESS)
                        .state(ProcessInstanceState.ACTIVE))
            .page(page -> page.limit(200))
            .send()
            .join()
            .items()
            .stream()
            .map(ProcessInstance::getProcessInstanceKey)
            .toList();
    seen.addAll(underWay);
    return seen.size() - underWay.size();
  }

  @Override
  public void close() {
    people.close();
  }
}
