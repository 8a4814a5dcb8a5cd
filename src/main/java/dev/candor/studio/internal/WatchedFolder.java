package dev.candor.studio.internal;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.studio.Finding;
import dev.candor.studio.FolderNews;
import dev.candor.studio.Releases;
import dev.candor.studio.StudioSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * In development: deploys the folder as a set whenever something in it was saved, and says what
 * came of it. A modeler saves in several steps, so it waits until the folder is quiet.
 */
@Component
class WatchedFolder implements SmartLifecycle, FolderNews {

  private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);
  private static final long QUIET_MILLISECONDS = 200;

  private final @Nullable Path folder;
  private final Releases releases;
  private final Clock clock;
  private volatile @Nullable Change last;
  private volatile @Nullable WatchService watch;

  WatchedFolder(StudioSettings settings, Releases releases, Clock clock) {
    this.folder = settings.folder();
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public boolean watching() {
    return folder != null;
  }

  @Override
  public Optional<Change> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void start() {
    if (folder == null) {
      return;
    }
    try {
      var service = folder.getFileSystem().newWatchService();
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      watch = service;
      var seen = read(folder).sha256();
      Thread.ofPlatform()
          .daemon()
          .name("watched-folder")
          .start(() -> attend(service, folder, seen));
      log.info("Watching {} for changed diagrams, tables and forms", folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be watched", e);
    }
  }

  @Override
  public void stop() {
    var service = watch;
    watch = null;
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }

  private void attend(WatchService service, Path place, String before) {
    var seen = before;
    try {
      while (true) {
        for (var key = service.take(); key != null; key = untilQuiet(service)) {
          key.pollEvents();
          key.reset();
        }
        var set = read(place);
        if (!set.sha256().equals(seen)) {
          seen = set.sha256();
          release(set);
        }
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      log.debug("The folder is not watched any more");
    }
  }

  private static @Nullable WatchKey untilQuiet(WatchService service) throws InterruptedException {
    return service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void release(FileSet set) {
    try {
      var release = releases.replace(set, Origin.FOLDER, null);
      note(release.set().number(), List.of());
    } catch (Releases.NotSound broken) {
      var lines = broken.findings().stream().map(Finding::toString).toList();
      log.warn(
          "The change in {} is not deployed. What runs goes on as it was. Findings:\n  {}",
          folder,
          String.join("\n  ", lines));
      note(null, lines);
    } catch (EngineUnavailable away) {
      log.warn("The change in {} is not deployed: {}", folder, away.getMessage());
      note(null, List.of("The engine does not answer; save a file again"));
    }
  }

  private void note(@Nullable Integer set, List<String> findings) {
    last = new Change(clock.instant(), set, findings);
  }

  private static FileSet read(Path folder) {
    var files = new HashMap<String, byte[]>();
    try (var all = Files.list(folder)) {
      for (var file : all.toList()) {
        var name = file.getFileName().toString();
        if (FileSet.takes(name)) {
          content(file).ifPresent(bytes -> files.put(name, bytes));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FileSet.of(files);
  }

  /** Nothing when it was taken away meanwhile. */
  private static Optional<byte[]> content(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }
}
