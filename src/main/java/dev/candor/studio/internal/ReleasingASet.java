package dev.candor.studio.internal;

import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.process.ProcessSets.SetRefused;
import dev.candor.studio.Finding;
import dev.candor.studio.ProcessCheck;
import dev.candor.studio.Releases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The check comes first; what the engine alone finds is told in the same way. */
@Component
class ReleasingASet implements Releases {

  private static final Logger log = LoggerFactory.getLogger(ReleasingASet.class);

  private final ProcessCheck check;
  private final ProcessSets sets;

  ReleasingASet(ProcessCheck check, ProcessSets sets) {
    this.check = check;
    this.sets = sets;
  }

  @Override
  public Release change(FileSet files, Origin origin, @Nullable String by) {
    var inForce = sets.current().map(set -> sets.files(set.number()));
    return replace(inForce.orElse(FileSet.of(Map.of())).with(files), origin, by);
  }

  @Override
  public Release replace(FileSet files, Origin origin, @Nullable String by) {
    var current = sets.current();
    if (current.filter(set -> set.sha256().equals(files.sha256())).isPresent()) {
      return new Release(current.get(), false);
    }
    var findings = check.findings(files);
    if (!findings.isEmpty()) {
      throw new NotSound(findings);
    }
    var deployed = deploy(files, origin, by);
    log.info(
        "Deployed set {} ({}, {}): {} changed",
        deployed.number(),
        origin,
        by == null ? "nobody in particular" : by,
        deployed.changed());
    return new Release(deployed, true);
  }

  @Override
  public Release again(int number, @Nullable String by) {
    return replace(sets.files(number), Origin.EARLIER, by);
  }

  private DeployedSet deploy(FileSet files, Origin origin, @Nullable String by) {
    try {
      return sets.deploy(files, origin, by);
    } catch (SetRefused refused) {
      throw new NotSound(refused.reasons().stream().map(ReleasingASet::finding).toList());
    }
  }

  private static Finding finding(SetRefused.Reason reason) {
    return new Finding(
        reason.file(),
        reason.element(),
        "is refused by the engine: " + reason.what(),
        List.of("file", "set").contains(reason.element())
            ? "open it in the modeler, which says where it is broken"
            : "see the element's properties in the modeler");
  }
}
