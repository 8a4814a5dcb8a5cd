package dev.candor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Disabled;

/** What a test that can be believed does not do. */
@AnalyzeClasses(packages = "dev.candor", importOptions = OnlyIncludeTests.class)
class TestHabitsTests {

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
}
