package dev.candor.studio.internal;

import dev.candor.access.Groups;
import dev.candor.cases.Decider;
import dev.candor.cases.Reviewer;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.ServiceNames;
import dev.candor.studio.Finding;
import dev.candor.studio.internal.DiagramReport.Names;
import dev.candor.studio.internal.DiagramReport.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Whatever a diagram names outside of itself exists: in the set, in the service, among groups. */
final class ReferenceCheck {

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Set<String> NOTICES = names(Notice.values());
  private static final Set<String> REVIEWERS = names(Reviewer.values());
  private static final Set<String> DECIDERS = names(Decider.values());

  private final ServiceNames service;
  private final Map<String, Names> diagrams;
  private final Set<String> decisions;
  private final Set<String> forms;
  private final Optional<Set<String>> steps;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param diagrams what each file names
   * @param decisions ids of the decisions in the set
   * @param forms ids of the forms in the set
   * @param steps those the table of deadlines has rows for; absent where there is no such table
   */
  ReferenceCheck(
      ServiceNames service,
      Map<String, Names> diagrams,
      Set<String> decisions,
      Set<String> forms,
      Optional<Set<String>> steps) {
    this.service = service;
    this.diagrams = diagrams;
    this.decisions = decisions;
    this.forms = forms;
    this.steps = steps;
  }

  List<Finding> findings() {
    var processes =
        diagrams.values().stream().map(Names::processId).collect(Collectors.toUnmodifiableSet());
    var thrown = new HashSet<>(service.errorCodes());
    diagrams.values().forEach(names -> names.errorsThrown().forEach(use -> thrown.add(use.name())));
    diagrams.forEach(
        (file, names) -> {
          each(
              file,
              names.jobTypes(),
              service.jobTypes(),
              "asks for the job \"%s\", which no worker does",
              "ask a developer for the worker first");
          each(
              file,
              names.messages(),
              service.messages(),
              "waits for the message \"%s\", which nobody sends",
              "ask a developer to send it");
          each(
              file,
              names.errorsCaught(),
              thrown,
              "catches the error \"%s\", which nothing throws",
              "take the event away");
          each(
              file,
              names.forms(),
              forms,
              "shows the form \"%s\", which is not in the set",
              "add %s.form");
          each(
              file,
              names.decisions(),
              decisions,
              "asks the decision \"%s\", which is in no table of the set",
              "add %s.dmn");
          each(
              file,
              names.processes(),
              processes,
              "calls the process \"%s\", which is in no diagram of the set",
              "add its diagram");
          names.groups().forEach(use -> checkGroups(file, use));
          steps.ifPresent(
              known ->
                  each(
                      file,
                      names.steps(),
                      known,
                      "is the step \"%s\", for which the table deadlines has no row",
                      "write one into deadlines.dmn"));
          each(
              file,
              names.notices(),
              NOTICES,
              "sends the letter \"%s\", which is not written",
              "ask a developer to write it");
          each(
              file,
              names.reviewers(),
              REVIEWERS,
              "records a recommendation in the role \"%s\", which nobody has",
              "take the header away");
          each(
              file,
              names.deciders(),
              DECIDERS,
              "passes the case to \"%s\", who decides nothing",
              "take the header away");
        });
    return findings;
  }

  private void each(String file, List<Use> uses, Set<String> known, String what, String elsewhere) {
    for (var use : uses) {
      if (!use.name().startsWith("=") && !known.contains(use.name())) {
        findings.add(
            new Finding(
                file,
                use.element(),
                what.formatted(use.name()),
                meant(use.name(), known) + elsewhere.formatted(use.name())));
      }
    }
  }

  /** A list in FEEL, or plain text; a name without any text in it is a variable's. */
  private void checkGroups(String file, Use use) {
    named(use.name())
        .filter(group -> !Groups.mayExist(group))
        .forEach(
            group ->
                findings.add(
                    new Finding(
                        file,
                        use.element(),
                        "names the group \"%s\", which does not exist".formatted(group),
                        "take one of %s, or a desk's group like =[\"desk:\" + desk]"
                            .formatted(
                                Groups.fixed().stream()
                                    .sorted()
                                    .collect(Collectors.joining(", "))))));
  }

  private static Stream<String> named(String expression) {
    return expression.startsWith("=")
        ? TEXT.matcher(expression).results().map(found -> found.group(1))
        : Stream.of(expression.split(",")).map(String::strip);
  }

  private static Set<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The known name that is most like it, as a proposal. */
  private static String meant(String name, Set<String> known) {
    var distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .min(
            Comparator.comparingInt((String other) -> distance.apply(name, other))
                .thenComparing(other -> other))
        .map("take \"%s\" if you mean that, else "::formatted)
        .orElse("");
  }
}
