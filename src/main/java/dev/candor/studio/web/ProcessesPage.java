package dev.candor.studio.web;

import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.studio.FolderNews;
import dev.candor.web.Times;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in force, what came of the watched folder, and all sets before. */
public record ProcessesPage(
    List<Group> groups, List<SetLine> sets, @Nullable Folder folder, String zone) {

  private static final int MOST_NAMED = 5;

  /** Processes, tables or forms. */
  public record Group(String title, String kind, List<Line> lines) {}

  /**
   * @param at of the set this version came with, and so are {@code by} and {@code set}
   * @param running cases on any version of it; null for tables and forms
   */
  public record Line(
      String id,
      String name,
      String file,
      int version,
      String by,
      Times.Moment at,
      @Nullable Long running) {}

  public record SetLine(int number, String by, Times.Moment at, String changed, boolean inForce) {}

  public record Folder(Times.@Nullable Moment at, @Nullable Integer set, List<String> findings) {}

  static SetLine line(DeployedSet set, String by, boolean inForce, ZoneId zone) {
    return new SetLine(
        set.number(), by, Times.shortMoment(set.at(), zone), files(set.changed()), inForce);
  }

  /** By name while that can be read at a glance. */
  static String files(List<String> names) {
    return names.size() > MOST_NAMED ? names.size() + " files" : String.join(", ", names);
  }

  static String path(Kind kind) {
    return switch (kind) {
      case PROCESS -> "diagrams";
      case TABLE -> "tables";
      case FORM -> "forms";
    };
  }

  static @Nullable Folder folder(FolderNews news, ZoneId zone) {
    if (!news.watching()) {
      return null;
    }
    return news.last()
        .map(change -> new Folder(Times.moment(change.at(), zone), change.set(), change.findings()))
        .orElse(new Folder(null, null, List.of()));
  }
}
