package dev.candor.workers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.camunda.client.annotation.JobWorker;
import org.junit.jupiter.api.Test;

/**
 * A worker without a test of its own fails the build. That it tries again is tested for all of them
 * at once ({@link WorkersTryAgainTests}); here each has to be called by a test that looks at what
 * came of it, the second delivery included.
 */
class EachWorkerIsTestedTests {

  @Test
  void shouldCallEachWorkerInATest() {
    methods()
        .that()
        .areAnnotatedWith(JobWorker.class)
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameNotStartingWith("Task")
        .should(beCalledByATest())
        .because(
            "a job comes at least once: write a test in dev.candor.workers that delivers it twice"
                + " (the listeners of tasks are tested with the engine, in TaskRulesTests)")
        .check(new ClassFileImporter().importPackages("dev.candor.workers"));
  }

  private static ArchCondition<JavaMethod> beCalledByATest() {
    return new ArchCondition<>("be called by a test of dev.candor.workers") {
      @Override
      public void check(JavaMethod worker, ConditionEvents events) {
        var tested =
            worker.getCallsOfSelf().stream()
                .anyMatch(call -> call.getOriginOwner().getName().contains("Tests"));
        events.add(
            new SimpleConditionEvent(worker, tested, worker.getFullName() + " is never called"));
      }
    };
  }
}
