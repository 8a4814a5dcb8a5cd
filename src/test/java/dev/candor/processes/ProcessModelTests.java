package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import dev.candor.process.RetiredJobTypes;
import dev.candor.process.ServiceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing is left over on either side; that nothing is missing is what the service's own check says
 * (dev.candor.studio).
 */
class ProcessModelTests {

  private static final ServiceNames SERVICE = ServiceNames.ofThisService();
  private static final Diagrams DIAGRAMS = Diagrams.ours();
  private static final List<FormSchema> FORMS = FormSchema.ours();

  private static final Set<String> TEXT_COMPONENTS =
      Set.of("textfield", "textarea", "filepicker", "dynamiclist", "table");

  @Test
  void shouldNeedEachWorker() {
    var named = new TreeSet<>(DIAGRAMS.jobTypes());
    named.addAll(RetiredJobTypes.ALL);
    assertThat(named)
        .as("Each worker has a job in a diagram, or had; that each job has one is checked as well")
        .containsAll(SERVICE.jobTypes());
  }

  @Test
  void shouldKeepAWorkerForWhateverADiagramEverNamed() throws IOException {
    var everNamed = Files.readAllLines(Path.of("src/test/resources/processes/job-types.txt"));
    assertThat(SERVICE.jobTypes())
        .as("Cases under way ask for what their version of the diagram names (ADR 15)")
        .containsAll(everNamed);
    assertThat(everNamed)
        .as("A new job type belongs into the list, too")
        .containsAll(DIAGRAMS.jobTypes());
  }

  @Test
  void shouldRetireOnlyWhatNoDiagramNames() {
    assertThat(RetiredJobTypes.ALL).doesNotContainAnyElementsOf(DIAGRAMS.jobTypes());
  }

  /** They are in the timeline of the case. */
  @Test
  void shouldHaveWordsForEachStepThatCanBeLate() {
    var words = ResourceBundle.getBundle("messages");
    assertThat(DIAGRAMS.stepsWithADeadline())
        .allSatisfy(step -> assertThat(words.containsKey("step." + step)).as(step).isTrue());
  }

  @Test
  void shouldCatchEachErrorThatAWorkerThrows() {
    assertThat(DIAGRAMS.caughtErrorCodes())
        .as("Each error code a worker throws is caught by a diagram")
        .containsAll(SERVICE.errorCodes());
  }

  @Test
  void shouldUseEachFile() {
    var asked = new TreeSet<>(DIAGRAMS.decisions());
    asked.addAll(ServiceNames.DECISIONS_ASKED);
    assertThat(asked).containsAll(namesOf("dmn"));
    assertThat(DIAGRAMS.forms()).containsAll(namesOf("form"));
  }

  @Test
  void shouldSayWhatEachFileIs() throws IOException {
    var readme = Files.readString(ProcessFiles.FOLDER.resolve("README.md"));
    var told =
        readme
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|")[1])
            .flatMap(names -> Stream.of(names.split(",")))
            .map(name -> name.replace("`", "").strip());
    var files =
        Stream.of("bpmn", "dmn", "form")
            .flatMap(kind -> ProcessFiles.ofKind(kind).stream())
            .map(file -> file.getFileName().toString());
    assertThat(told.filter(name -> !name.endsWith("/")))
        .as("The table at the top of processes/README.md has a row for each file and no other")
        .containsExactlyInAnyOrderElementsOf(files.toList());
  }

  @Test
  void shouldOfferEveryRecommendation() {
    assertThat(component("regional-review", "recommendation").values())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RecommendationKind.values()).map(Enum::name).toList());
  }

  @Test
  void shouldOfferEveryOutcomeThatIsDecided() {
    var decided = EnumSet.complementOf(EnumSet.of(Outcome.WITHDRAWN));
    assertThat(component("decision", "outcome").values())
        .as("WITHDRAWN is what the other side does, not what we decide")
        .containsExactlyInAnyOrderElementsOf(decided.stream().map(Enum::name).toList());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shouldGiveCodesToTheEngineAndNeverWords(FormSchema form) {
    assertThat(form.components())
        .filteredOn(FormSchema.Component::isGivenToTheEngine)
        .as("What the engine is given is copied into logs, backups and operations pages")
        .allSatisfy(component -> assertThat(component.type()).isNotIn(TEXT_COMPONENTS))
        .extracting(FormSchema.Component::key)
        .isSubsetOf(
            "recommendation",
            "secondReviewer",
            "outcome",
            "policyDiscussion",
            "conclusion",
            "clearance");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shouldAskForTheRationaleOfWhateverIsRecommendedOrDecided(FormSchema form) {
    if (keys(form).noneMatch(Set.of("recommendation", "outcome")::contains)) {
      return;
    }
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

  private static Stream<String> keys(FormSchema form) {
    return form.components().stream().map(FormSchema.Component::key);
  }

  private static FormSchema.Component component(String form, String key) {
    return forms()
        .filter(candidate -> candidate.id().equals(form))
        .flatMap(found -> found.components().stream())
        .filter(component -> component.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> namesOf(String kind) {
    return ProcessFiles.ofKind(kind).stream()
        .map(Path::getFileName)
        .map(name -> name.toString().replace("." + kind, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
