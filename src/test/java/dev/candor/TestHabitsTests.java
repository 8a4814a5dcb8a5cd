package dev.candor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.candor.runtime.RuntimeForTests;
import dev.candor.support.BesideOthers;
import dev.candor.support.NothingBeside;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Disabled;
import org.springframework.stereotype.Component;
import org.springframework.test.context.BootstrapWith;

/** What a test that can be believed does not do. */
@AnalyzeClasses(packages = "dev.candor", importOptions = OnlyIncludeTests.class)
class TestHabitsTests {

  private static final Set<String> WHAT_SHOWS_THE_WHOLE_JVM =
      Set.of(
          "org.springframework.boot.test.system.CapturedOutput",
          "ch.qos.logback.core.read.ListAppender",
          "java.lang.management.ManagementFactory");

  @ArchTest
  static final ArchRule noTestSleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", Duration.class)
          .orShould()
          .callMethod(TimeUnit.class, "sleep", long.class)
          .because("a test waits for what it asks about: use Awaitility, or move the clock");

  @ArchTest
  static final ArchRule noTestIsSwitchedOff =
      noMethods()
          .should()
          .beAnnotatedWith(Disabled.class)
          .because("a test that does not run proves nothing: mend it or delete it");

  @ArchTest
  static final ArchRule noTestClassIsSwitchedOff =
      noClasses()
          .should()
          .beAnnotatedWith(Disabled.class)
          .because("a test that does not run proves nothing: mend it or delete it");

  @ArchTest
  static final ArchRule theServiceFindsNothingOfTestsInItsPackages =
      noClasses()
          .that()
          .areTopLevelClasses()
          .should()
          .beMetaAnnotatedWith(Component.class)
          .because(
              "every whole service scans these packages and would be tested with it: import it where it"
                  + " is wanted, or have it inside of the test");

  @ArchTest
  static final ArchRule whatIsTheWholeJvmsIsLookedAtWithNothingBeside =
      classes()
          .that(describe("look at it", TestHabitsTests::lookAtTheWholeJvm))
          .should()
          .beAnnotatedWith(NothingBeside.class)
          .because("another class may run beside it, and prints, starts threads and opens files");

  @ArchTest
  static final ArchRule whoHasAServiceInCommonRunsBesideNobody =
      classes()
          .that()
          .areAnnotatedWith(BesideOthers.class)
          .should()
          .notBeMetaAnnotatedWith(BootstrapWith.class)
          .because("the tests on a service share its database, its mails and its time");

  @ArchTest
  static final ArchRule processTestsTakeTurns =
      classes()
          .should(
              ArchConditions.not(ArchConditions.callMethod(RuntimeForTests.class, "processTest")))
          .orShould()
          .beAnnotatedWith(BesideOthers.class)
          .because("they share a runtime, which is purged after each");

  private static boolean lookAtTheWholeJvm(JavaClass tests) {
    return tests.getSimpleName().endsWith("Tests")
        && tests.getDirectDependenciesFromSelf().stream()
            .anyMatch(one -> WHAT_SHOWS_THE_WHOLE_JVM.contains(one.getTargetClass().getName()));
  }
}
