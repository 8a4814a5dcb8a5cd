package dev.candor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The house's rules that a compiler does not know. Each says how to mend what breaks it. */
@AnalyzeClasses(packages = "dev.candor", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest
  static final ArchRule onlyTheDoorAndTheWorkersKnowTheClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.candor.process..", "dev.candor.workers..", "dev.candor.runtime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.camunda.client..", "io.camunda.spring..", "io.camunda.zeebe..")
          .because(
              "Camunda has one door: add what you need to a port in dev.candor.process, in business"
                  + " words");

  @ArchTest
  static final ArchRule theRuntimeKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("dev.candor.runtime..")
          .should()
          .dependOnClassesThat(
              describe(
                  "another module of Candor",
                  type ->
                      type.getPackageName().startsWith("dev.candor")
                          && !type.getPackageName().startsWith("dev.candor.runtime")))
          .because(
              "the runtime stands in for a cluster, which knows no service: hand it what it needs");

  @ArchTest
  static final ArchRule nobodyKnowsTheRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.candor.runtime..", "dev.candor.studio..")
          .and(not(type(Start.class)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.candor.runtime..")
          .because("the same jar runs on a cluster outside: go through dev.candor.process");

  @ArchTest
  static final ArchRule httpStaysInWebPackages =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "dev.candor..web..", "dev.candor.access.internal..", "dev.candor.runtime..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "org.springframework.web..",
              "org.springframework.ui..",
              "org.springframework.http..")
          .because(
              "a use case does not know how it was called: translate in the module's web package, or"
                  + " throw an exception that dev.candor.web answers");

  @ArchTest
  static final ArchRule controllersAreNobodysBusiness =
      classes()
          .that()
          .areMetaAnnotatedWith(Controller.class)
          .or()
          .areMetaAnnotatedWith(ControllerAdvice.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .resideInAPackage("dev.candor..web..")
          .because(
              "nothing but Spring calls a controller: drop 'public', move it to the module's web package");

  @ArchTest
  static final ArchRule noInjectionIntoFields =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .orShould()
          .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .because("what a class needs is in its constructor: pass it there");

  @ArchTest
  static final ArchRule noInjectionIntoMethods =
      noMethods()
          .should()
          .beAnnotatedWith(Autowired.class)
          .because("what a class needs is in its constructor: pass it there");

  @ArchTest
  static final ArchRule noOldTime =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.candor.notification.internal")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              java.util.Date.class,
              java.util.Calendar.class,
              java.sql.Date.class,
              java.text.SimpleDateFormat.class)
          .because(
              "times are java.time.Instant, days are LocalDate; only jakarta.mail knows nothing else")
          .as(
              "no classes but those that speak jakarta.mail should know java.util.Date and its kin");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .that(not(resideInAnyPackage("dev.candor.runtime..")))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("tests move the time: inject java.time.Clock and ask it");

  @ArchTest
  static final ArchRule onlyTheApplicationMakesAClock =
      noClasses()
          .that(not(resideInAnyPackage("dev.candor", "dev.candor.runtime..")))
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("there is one clock, in CandorApplication: inject it");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class)
          .because(
              "who waits for something is told when it happens: use a queue, a lock or a future");

  @ArchTest
  static final ArchRule noStandardStreams =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Start.class)
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .because("what there is to say goes to the log; only Start speaks before there is one");

  @ArchTest
  static final ArchRule noJavaLogging =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("there is one log: use SLF4J");

  @ArchTest
  static final ArchRule everyPackageSaysWhatMayBeNull =
      classes()
          .that()
          .resideInAPackage("dev.candor.(*)..")
          .should(
              ArchCondition.from(
                  describe(
                      "be in a package that is @NullMarked",
                      type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
          .because("null is said, never guessed: give the package a package-info.java");

  @ArchTest
  static final ArchRule noSetters =
      noMethods()
          .that()
          .areNotPrivate()
          .and()
          .areDeclaredInClassesThat(implementNothing())
          .should()
          .haveNameMatching("set[A-Z].*")
          .because(
              "values are records: make a new one; services get what they need once, when made");

  @ArchTest
  static final ArchRule settingsAreRecords =
      classes()
          .that()
          .areAnnotatedWith(ConfigurationProperties.class)
          .should()
          .beRecords()
          .because(
              "settings do not change while the service runs: make it a record with @DefaultValue");

  /** A setter that a framework's type asks for is not ours to drop. */
  private static DescribedPredicate<JavaClass> implementNothing() {
    return describe(
        "extend and implement nothing",
        type -> type.getAllRawSuperclasses().size() <= 1 && type.getAllRawInterfaces().isEmpty());
  }
}
