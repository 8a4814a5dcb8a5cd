package dev.candor.studio.internal;

import dev.candor.policy.Ground;
import dev.candor.policy.Grounds;
import dev.candor.process.FileSet;
import dev.candor.process.ServiceNames;
import dev.candor.studio.Finding;
import dev.candor.studio.ProcessCheck;
import dev.candor.studio.internal.DiagramReport.Names;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Each file by itself, then what they name in each other and in the service. */
@Component
class CheckingASet implements ProcessCheck {

  private final DiagramRules rules;
  private final Supplier<ServiceNames> service;
  private final Supplier<Set<String>> grounds;
  private final boolean whole;
  private final AtomicBoolean prepared = new AtomicBoolean();

  @Autowired
  CheckingASet(DiagramRules rules, Grounds grounds, Clock clock) {
    this(rules, () -> codesOf(grounds.inForceOn(LocalDate.now(clock))), true);
  }

  /**
   * @param grounds codes of the grounds a decision can rest on
   * @param whole whether all must be there that the service begins and asks by itself
   */
  CheckingASet(DiagramRules rules, Supplier<Set<String>> grounds, boolean whole) {
    this.rules = rules;
    this.whole = whole;
    this.service = SingletonSupplier.of(ServiceNames::ofThisService);
    this.grounds = grounds;
  }

  @Override
  public List<Finding> findings(FileSet set) {
    var findings = new ArrayList<Finding>();
    var diagrams = diagrams(set, findings);
    var decisions = decisions(set, findings);
    var forms = forms(set, findings);
    var steps = TableColumn.texts(set, "deadlines.dmn", "step");
    findings.addAll(
        new ReferenceCheck(service.get(), diagrams, decisions, forms, steps).findings());
    findings.addAll(CalendarCheck.findings(set));
    if (whole) {
      findMissing(diagrams, decisions, findings);
    }
    return findings.stream().distinct().sorted(Comparator.comparing(Finding::file)).toList();
  }

  @Override
  public void prepare(FileSet set) {
    if (prepared.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .daemon()
          .name("process-check")
          .start(
              () ->
                  set.ofKind("bpmn").stream()
                      .limit(1)
                      .forEach(file -> rules.workOut(file, set.text(file))));
    }
  }

  private Map<String, Names> diagrams(FileSet set, List<Finding> findings) {
    var diagrams = new TreeMap<String, Names>();
    for (var file : set.ofKind("bpmn")) {
      var report = rules.examine(file, set.text(file));
      report.findings().stream()
          .map(
              line ->
                  new Finding(
                      file,
                      line.element(),
                      line.what(),
                      Objects.requireNonNullElse(line.mend(), "")))
          .forEach(findings::add);
      if (report.names() != null) {
        diagrams.put(file, report.names());
      }
    }
    return diagrams;
  }

  /** What the service begins or asks by itself. A diagram that cannot be read is not missed too. */
  private static void findMissing(
      Map<String, Names> diagrams, Set<String> decisions, List<Finding> findings) {
    var first = ServiceNames.FIRST_PROCESS;
    if (findings.isEmpty()
        && diagrams.values().stream().noneMatch(names -> names.processId().equals(first))) {
      findings.add(
          new Finding("set", first, "is missing, and every flag begins it", "add its diagram"));
    }
    ServiceNames.DECISIONS_ASKED.stream()
        .filter(decision -> !decisions.contains(decision))
        .sorted()
        .map(
            decision ->
                new Finding(
                    "set",
                    decision,
                    "is missing, and the service asks it",
                    "add " + decision + ".dmn"))
        .forEach(findings::add);
  }

  /** Ids of all decisions; one that two files have is a finding. */
  private static Set<String> decisions(FileSet set, List<Finding> findings) {
    var fileOf = new TreeMap<String, String>();
    for (var file : set.ofKind("dmn")) {
      var check = TableCheck.of(file, set.text(file));
      findings.addAll(check.findings());
      for (var decision : check.decisions()) {
        var other = fileOf.putIfAbsent(decision, file);
        if (other != null) {
          findings.add(
              new Finding(file, decision, "is in " + other + " as well", "keep it in one file"));
        }
      }
    }
    return fileOf.keySet();
  }

  private Set<String> forms(FileSet set, List<Finding> findings) {
    return set.ofKind("form").stream()
        .flatMap(
            file -> {
              var check = FormCheck.of(file, set.text(file), grounds);
              findings.addAll(check.findings());
              return Stream.of(check.id());
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codesOf(List<Ground> inForce) {
    return inForce.stream().map(Ground::code).collect(Collectors.toSet());
  }
}
