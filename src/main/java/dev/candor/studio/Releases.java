package dev.candor.studio;

import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bringing changed processes into force: checked as a set, deployed as a whole or not at all. */
public interface Releases {

  /**
   * Deploys what is in force with these files added or put in the place of its own.
   *
   * @param by id of the person; null when nobody in particular did it
   * @throws NotSound with the findings; then nothing is deployed
   */
  Release change(FileSet files, Origin origin, @Nullable String by);

  /** The same with these files and no others. */
  Release replace(FileSet files, Origin origin, @Nullable String by);

  /** Deploys an earlier set again. */
  Release again(int number, @Nullable String by);

  /**
   * @param set what is in force now
   * @param anew whether that is another than before
   */
  record Release(DeployedSet set, boolean anew) {}

  /** A set with findings. */
  class NotSound extends RuntimeException {

    private final transient List<Finding> findings;

    public NotSound(List<Finding> findings) {
      super("Findings: " + findings.size());
      this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
      return findings;
    }
  }
}
