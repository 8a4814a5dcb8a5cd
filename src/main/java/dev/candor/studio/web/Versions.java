package dev.candor.studio.web;

import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** All versions of a process, table or form, each with the set it first came with. */
@Component
class Versions {

  private final ProcessSets sets;

  Versions(ProcessSets sets) {
    this.sets = sets;
  }

  /**
   * @param set it first came with
   */
  record Known(Version version, DeployedSet set) {}

  /**
   * Newest first.
   *
   * @throws ResponseStatusException with 404 when nothing is called so
   */
  List<Known> of(Kind kind, String id) {
    var found = of(sets.history(), kind, id);
    if (found.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return found;
  }

  Known one(Kind kind, String id, int version) {
    return of(kind, id).stream()
        .filter(known -> known.version().version() == version)
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Its file as it was deployed. */
  String text(Known known) {
    return sets.files(known.set().number()).text(known.version().file());
  }

  static List<Known> of(List<DeployedSet> newestFirst, Kind kind, String id) {
    Map<Integer, Known> byVersion = new TreeMap<>();
    for (var set : newestFirst.reversed()) {
      set.versions().stream()
          .filter(version -> version.kind() == kind && version.id().equals(id))
          .forEach(version -> byVersion.putIfAbsent(version.version(), new Known(version, set)));
    }
    return List.copyOf(byVersion.values()).reversed();
  }

  static Kind kind(String path) {
    return switch (path) {
      case "diagrams" -> Kind.PROCESS;
      case "tables" -> Kind.TABLE;
      case "forms" -> Kind.FORM;
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }
}
