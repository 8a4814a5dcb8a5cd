package dev.candor.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sets of diagrams, tables and forms that were deployed, and deploying another. */
public interface ProcessSets {

  /** All that were deployed, newest first. */
  List<DeployedSet> history();

  Optional<DeployedSet> find(int number);

  /**
   * @throws IllegalArgumentException when there is no such set
   */
  FileSet files(int number);

  /**
   * Deploys the set as a whole. Cases under way stay on the versions they began on.
   *
   * @param by id of the person; null when nobody in particular did it
   * @throws SetRefused when the engine will not take it; then nothing of it is deployed
   * @throws EngineUnavailable when the engine does not answer
   */
  DeployedSet deploy(FileSet set, Origin origin, @Nullable String by);

  default Optional<DeployedSet> current() {
    return history().stream().findFirst();
  }

  /** Where a set came from. */
  enum Origin {
    /** It came with the service. */
    SERVICE,
    /** Its folder was changed while the service ran. */
    FOLDER,
    UPLOAD,
    /** An earlier set, deployed again. */
    EARLIER
  }

  enum Kind {
    PROCESS,
    TABLE,
    FORM
  }

  /**
   * @param number counted from 1
   * @param sha256 of all names and contents
   * @param changed names of the files that differ from the set before
   */
  record DeployedSet(
      int number,
      Instant at,
      @Nullable String by,
      Origin origin,
      String sha256,
      List<String> changed,
      List<Version> versions) {

    public DeployedSet {
      changed = List.copyOf(changed);
      versions = List.copyOf(versions);
    }
  }

  /**
   * @param version the engine's, counted from 1 for each id
   * @param key the engine's, of this version
   */
  record Version(Kind kind, String id, String name, String file, int version, long key) {}

  /** The engine will not take a set. */
  class SetRefused extends RuntimeException {

    private final transient List<Reason> reasons;

    public SetRefused(List<Reason> reasons) {
      super("The engine refuses the set: " + reasons);
      this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
      return reasons;
    }

    /**
     * @param element {@code file} where the engine names none
     */
    public record Reason(String file, String element, String what) {}
  }
}
