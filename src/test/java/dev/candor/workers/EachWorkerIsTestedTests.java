package dev.candor.workers;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.candor.process.ServiceNames;
import dev.candor.support.WorkerTest;
import dev.candor.support.WorkerTest.Shows;
import io.camunda.client.annotation.JobWorker;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Every worker has three tests: done once however often the job comes, tried again, and the other
 * outcome that the business knows. Which they are, they say themselves ({@link WorkerTest}).
 */
class EachWorkerIsTestedTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPackages("dev.candor.workers", "dev.candor.tasks", "dev.candor.cases");
  private static final List<Named> TESTS =
      CLASSES.stream()
          .flatMap(each -> each.getMethods().stream())
          .filter(
              method ->
                  method.isAnnotatedWith(WorkerTest.class)
                      || method.isAnnotatedWith(WorkerTest.Several.class))
          .map(JavaMethod::reflect)
          .flatMap(EachWorkerIsTestedTests::named)
          .toList();

  /** One worker's test of one kind. */
  private record Named(String type, Shows shows, Method test) {

    boolean isOf(String worker) {
      return type.equals(worker) || type.equals(WorkerTest.EACH);
    }

    @Override
    public String toString() {
      return "%s: %s.%s".formatted(shows, test.getDeclaringClass().getSimpleName(), test.getName());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workers")
  void shouldHaveThreeTests(String worker) {
    var its = TESTS.stream().filter(test -> test.isOf(worker)).toList();

    assertThat(its)
        .as("The tests of the worker of %s that say so by @WorkerTest", worker)
        .extracting(Named::shows)
        .contains(Shows.values());
  }

  @Test
  void shouldBeTestsOfWorkersThatExist() {
    assertThat(TESTS)
        .allSatisfy(
            test ->
                assertThat(AnnotationSupport.isAnnotated(test.test(), Testable.class)).isTrue());
    assertThat(TESTS)
        .extracting(Named::type)
        .isSubsetOf(Stream.concat(workers().stream(), Stream.of(WorkerTest.EACH)).toList());
  }

  /** The listeners of tasks are called by the engine in their tests. */
  @Test
  void shouldBeCalledByWhatTestsThem() {
    var uncalled =
        CLASSES.stream()
            .flatMap(each -> each.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(JobWorker.class))
            .filter(method -> !method.getOwner().getSimpleName().startsWith("Task"))
            .filter(
                method ->
                    method.getCallsOfSelf().stream()
                        .noneMatch(call -> call.getOriginOwner().getName().contains("Tests")))
            .map(JavaMethod::getFullName)
            .collect(joining("\n"));

    assertThat(uncalled).as("A job comes at least once: deliver it twice in a test").isEmpty();
  }

  static Set<String> workers() {
    return new TreeSet<>(ServiceNames.ofThisService().jobTypes());
  }

  private static Stream<Named> named(Method method) {
    return AnnotationSupport.findRepeatableAnnotations(method, WorkerTest.class).stream()
        .flatMap(
            test -> Arrays.stream(test.of()).map(type -> new Named(type, test.value(), method)));
  }
}
