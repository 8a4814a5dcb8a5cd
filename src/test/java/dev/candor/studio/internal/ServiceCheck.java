package dev.candor.studio.internal;

import dev.candor.process.FileSet;
import dev.candor.studio.ProcessCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;

/** The service's own check, without the rest of the service. */
public final class ServiceCheck {

  private static final Set<String> GROUNDS =
      Set.of(
          "COORDINATED_INAUTHENTIC_BEHAVIOUR",
          "IMPERSONATION",
          "LEGAL_PROCESS",
          "GOVERNMENT_REMOVAL",
          "THREATS_AND_INDUCEMENTS",
          "POLITICAL_ADVERTISING",
          "STATE_CONTROLLED_MEDIA");

  private static final DiagramRules RULES = new DiagramRules();

  private ServiceCheck() {}

  public static ProcessCheck ofTheService() {
    return new CheckingASet(RULES, () -> GROUNDS, true);
  }

  /** The same without what the service itself needs: for small sets that show one thing. */
  public static ProcessCheck ofSmallSets() {
    return new CheckingASet(RULES, () -> GROUNDS, false);
  }

  /** The files of a folder that belong into a set. */
  public static FileSet in(Path folder) {
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.list(folder)) {
      for (var file : all.toList()) {
        var name = file.getFileName().toString();
        if (FileSet.takes(name)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FileSet.of(files);
  }
}
