package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.candor.access.Groups;
import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import io.camunda.client.annotation.JobWorker;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams, tables, forms and code agree about what they call each other. */
class ProcessModelTests {

  private static final Diagrams DIAGRAMS = Diagrams.ours();
  private static final List<FormSchema> FORMS = FormSchema.ours();
  private static final Set<String> TEXT_COMPONENTS =
      Set.of("textfield", "textarea", "filepicker", "dynamiclist", "table");

  @Test
  void shouldHaveOneWorkerForEachJobTypeOfTheDiagrams() {
    assertThat(workers())
        .as("Each job type of a diagram has one @JobWorker in workers/, and each worker has a job")
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(DIAGRAMS.jobTypes());
  }

  @Test
  void shouldCatchEachErrorThatAWorkerThrows() {
    assertThat(ThrownErrorCodes.of(workerClasses()))
        .as("Each error code a worker throws is caught by a diagram, and none is caught in vain")
        .containsExactlyInAnyOrderElementsOf(DIAGRAMS.caughtErrorCodes());
  }

  @Test
  void shouldHaveATableForEachDecisionTheDiagramsAsk() {
    assertThat(DIAGRAMS.decisions())
        .as("Each decision is in the file of its name, and each file is asked by a diagram")
        .containsExactlyInAnyOrderElementsOf(namesOf("dmn"))
        .allSatisfy(decision -> assertThat(DecisionTable.of(decision).rules()).isNotEmpty());
  }

  @Test
  void shouldHaveAFormForEachTaskOfTheDiagrams() {
    assertThat(DIAGRAMS.forms())
        .as("Each form is in the file of its name, and each file is used by a diagram")
        .containsExactlyInAnyOrderElementsOf(namesOf("form"))
        .containsExactlyInAnyOrderElementsOf(FORMS.stream().map(FormSchema::id).toList());
  }

  @Test
  void shouldOfferTasksToGroupsThatExist() {
    var fixed =
        Stream.of(
                Groups.POLICY,
                Groups.COUNSEL,
                Groups.COMMUNICATIONS,
                Groups.ACCOUNT_OPS,
                Groups.LEGAL_PROCESS)
            .map("=[\"%s\"]"::formatted);
    var ofDesk = Stream.of(Groups.desk(""), Groups.deskHead("")).map("=[\"%s\" + desk]"::formatted);

    assertThat(DIAGRAMS.candidateGroups())
        .as("Candidate groups are those of dev.candor.access.Groups, as a FEEL list")
        .isSubsetOf(Stream.concat(fixed, ofDesk).toList());
  }

  @Test
  void shouldTellTheDeskEverythingAboutEachUserTask() {
    assertThat(DIAGRAMS.userTasks())
        .isNotEmpty()
        .allSatisfy(
            task ->
                assertThat(
                        task
                            .getSingleExtensionElement(ZeebeTaskListeners.class)
                            .getTaskListeners()
                            .stream()
                            .collect(
                                Collectors.toMap(
                                    listener -> listener.getEventType().name(),
                                    ZeebeTaskListener::getType)))
                    .as(task.getId())
                    .containsEntry("creating", "candor.task-creating")
                    .containsEntry("assigning", "candor.task-assigning")
                    .containsEntry("completing", "candor.task-completing")
                    .containsEntry("canceling", "candor.task-canceling"));
  }

  @Test
  void shouldOfferEveryRecommendation() {
    assertThat(components("recommendation"))
        .isNotEmpty()
        .allSatisfy(
            component ->
                assertThat(component.values())
                    .containsExactlyInAnyOrderElementsOf(
                        Stream.of(RecommendationKind.values()).map(Enum::name).toList()));
  }

  @Test
  void shouldOfferEveryOutcomeThatIsDecided() {
    var decided = EnumSet.complementOf(EnumSet.of(Outcome.WITHDRAWN));
    assertThat(components("outcome"))
        .isNotEmpty()
        .allSatisfy(
            component ->
                assertThat(component.values())
                    .as("WITHDRAWN is what the other side does, not what we decide")
                    .containsExactlyInAnyOrderElementsOf(
                        decided.stream().map(Enum::name).toList()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shouldGiveCodesToTheEngineAndNeverWords(FormSchema form) {
    assertThat(form.components())
        .filteredOn(FormSchema.Component::isGivenToTheEngine)
        .as("What the engine is given is copied into logs, backups and operations pages")
        .isNotEmpty()
        .allSatisfy(
            component -> {
              assertThat(component.type()).isNotIn(TEXT_COMPONENTS);
              assertThat(component.values()).isNotEmpty();
            })
        .extracting(FormSchema.Component::key)
        .isSubsetOf("recommendation", "outcome");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shouldAskForTheRationaleInEachForm(FormSchema form) {
    assertThat(form.components())
        .filteredOn(component -> component.key().equals("rationale"))
        .singleElement()
        .satisfies(
            rationale -> {
              assertThat(rationale.type()).isEqualTo("textarea");
              assertThat(rationale.isRequired()).isTrue();
            });
  }

  static Stream<FormSchema> forms() {
    return FORMS.stream();
  }

  private static List<FormSchema.Component> components(String key) {
    return forms()
        .flatMap(form -> form.components().stream())
        .filter(component -> component.key().equals(key))
        .toList();
  }

  private static Set<String> namesOf(String kind) {
    return ProcessFiles.ofKind(kind).stream()
        .map(Path::getFileName)
        .map(name -> name.toString().replace("." + kind, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> workers() {
    return workerClasses()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(JobWorker.class))
        .map(method -> method.getAnnotationOfType(JobWorker.class).type())
        .toList();
  }

  private static Stream<JavaClass> workerClasses() {
    return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeJars()))
        .importPackages("dev.candor.workers").stream();
  }
}
