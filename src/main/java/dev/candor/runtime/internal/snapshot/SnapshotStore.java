package dev.candor.runtime.internal.snapshot;

import dev.candor.runtime.internal.log.Disk;
import dev.candor.runtime.internal.log.EngineLog;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.log.LogCutShort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The snapshots of one log, the newest and the one before it: should the newest be damaged, the
 * other and the log behind it still say everything. A snapshot gets its name when it is whole.
 */
public final class SnapshotStore {

  private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotStore.class);

  private static final String UNFINISHED = ".new";
  private static final String GOING = ".old";

  /** Until November 2026 an engine worked on the disk, and began anew there at each start. */
  private static final String ONCE_THE_WORKING_STATE = "state";

  private final Path folder;
  private @Nullable Snapshot newest;

  /**
   * @param logFolder the one the journal holds
   */
  public SnapshotStore(Path logFolder) {
    folder = logFolder.resolve(FileJournal.SNAPSHOTS);
  }

  /** Writes one part of a snapshot. */
  @FunctionalInterface
  public interface Part<T> {
    void writeTo(T target) throws IOException;
  }

  /** Where a snapshot stands in the log; see {@link Manifest}. */
  public record Position(long processed, long projected, long written) {}

  /**
   * The snapshot to start from; null to start from the log's beginning.
   *
   * @throws SnapshotDamaged when none is whole that the log reaches back to
   * @throws SnapshotTooNew when a newer version wrote one
   * @throws LogCutShort when the log ends before the newest
   */
  public @Nullable Snapshot toStartFrom(EngineLog log) {
    try {
      Files.createDirectories(folder);
      removeAll(UNFINISHED);
      removeAll(GOING);
      FileSystemUtils.deleteRecursively(folder.resolveSibling(ONCE_THE_WORKING_STATE));
      SnapshotDamaged why = null;
      for (Path candidate : newestFirst()) {
        try {
          newest = new Snapshot(candidate, check(Manifest.read(candidate), candidate, log));
          return newest;
        } catch (SnapshotDamaged e) {
          LOGGER.warn("Not started from the newest snapshot: {}", e.getMessage());
          why = why == null ? e : why;
        }
      }
      newest = null;
      if (log.journal().isComplete()) {
        return null;
      }
      throw why != null ? why : new SnapshotDamaged(folder, "no snapshot is there");
    } catch (IOException e) {
      throw new UncheckedIOException("The runtime's snapshots in %s".formatted(folder), e);
    }
  }

  /**
   * Writes a snapshot; when it returns, it is on the disk and the oldest is gone.
   *
   * @param engine fills a folder that does not exist yet
   * @param where asked after the engine's part is written
   * @return the position before which the log is no longer needed, 0 for none
   */
  public long write(Part<Path> engine, Part<OutputStream> query, Whereabouts where)
      throws IOException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("next" + UNFINISHED);
    FileSystemUtils.deleteRecursively(unfinished);
    Files.createDirectory(unfinished);
    engine.writeTo(unfinished.resolve(Snapshot.ENGINE));
    try (OutputStream out = Files.newOutputStream(unfinished.resolve(Snapshot.QUERY))) {
      query.writeTo(out);
    }
    Position at = where.get();
    var manifest =
        new Manifest(
            Manifest.FORMAT, at.processed, at.projected, at.written, Manifest.force(unfinished));
    manifest.write(unfinished);
    Path whole = folder.resolve("%020d".formatted(at.written));
    if (Files.exists(whole)) { // a damaged one that was not started from, or the newest
      Files.move(whole, folder.resolve(whole.getFileName() + GOING));
    }
    Disk.publish(unfinished, whole);
    Snapshot before = newest;
    newest = new Snapshot(whole, manifest);
    if (before != null && before.folder().equals(whole)) {
      // Nothing was written between the two: what comes before them stays.
      removeAll(GOING);
      return 0;
    }
    keepOnly(before == null ? List.of(whole) : List.of(whole, before.folder()));
    return before == null ? 0 : before.manifest().neededFrom();
  }

  /** The newest whole one. */
  public @Nullable Snapshot newest() {
    return newest;
  }

  /** Says where a snapshot stands once its parts are written. */
  @FunctionalInterface
  public interface Whereabouts {
    Position get() throws IOException;
  }

  private static Manifest check(Manifest manifest, Path candidate, EngineLog log) {
    if (log.firstPosition() == 0 || log.firstPosition() > manifest.neededFrom()) {
      throw new SnapshotDamaged(
          candidate,
          "it needs the log from position %d on, which begins with %d"
              .formatted(manifest.neededFrom(), log.firstPosition()));
    }
    if (log.lastPosition() < manifest.written()) {
      throw new LogCutShort(candidate, manifest.written(), log.lastPosition());
    }
    return manifest;
  }

  private List<Path> newestFirst() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** Renamed before they are removed, so that no half of one has the name of a whole one. */
  private void keepOnly(List<Path> wanted) throws IOException {
    for (Path entry : newestFirst()) {
      if (!wanted.contains(entry)) {
        Files.move(entry, folder.resolve(entry.getFileName() + GOING));
      }
    }
    removeAll(GOING);
  }

  private void removeAll(String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder, "*" + suffix)) {
      entries.forEach(found::add);
    }
    for (Path entry : found) {
      FileSystemUtils.deleteRecursively(entry);
    }
  }
}
