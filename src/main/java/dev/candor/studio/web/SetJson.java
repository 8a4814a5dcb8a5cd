package dev.candor.studio.web;

import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.studio.Finding;
import dev.candor.studio.Releases.Release;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets as the API shows them. */
final class SetJson {

  private SetJson() {}

  /**
   * @param anew whether this call deployed it; false when the same was in force already
   */
  record Answer(boolean anew, DeployedSetJson set) {

    static Answer of(Release release) {
      return new Answer(release.anew(), DeployedSetJson.of(release.set()));
    }
  }

  record DeployedSetJson(
      int number,
      Instant at,
      @Nullable String by,
      Origin origin,
      String sha256,
      List<String> changed,
      List<VersionJson> versions) {

    static DeployedSetJson of(DeployedSet set) {
      return new DeployedSetJson(
          set.number(),
          set.at(),
          set.by(),
          set.origin(),
          set.sha256(),
          set.changed(),
          set.versions().stream()
              .map(
                  version ->
                      new VersionJson(
                          version.kind(),
                          version.id(),
                          version.name(),
                          version.file(),
                          version.version()))
              .toList());
    }
  }

  record VersionJson(Kind kind, String id, String name, String file, int version) {}

  /**
   * @param line the whole finding for people
   */
  record FindingJson(String file, String element, String what, String mend, String line) {

    static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.file(), finding.element(), finding.what(), finding.mend(), finding.toString());
    }
  }
}
