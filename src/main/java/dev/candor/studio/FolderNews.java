package dev.candor.studio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of the last change in the watched folder. */
public interface FolderNews {

  /** Whether a folder is watched at all. */
  boolean watching();

  Optional<Change> last();

  /**
   * @param set the number of the set that was deployed; absent when nothing was
   * @param findings why not; lines
   */
  record Change(Instant at, @Nullable Integer set, List<String> findings) {}
}
