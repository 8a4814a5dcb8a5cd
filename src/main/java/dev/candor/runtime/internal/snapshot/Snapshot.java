package dev.candor.runtime.internal.snapshot;

import java.nio.file.Path;

/** A whole snapshot: from it and the rest of the log an engine goes on. */
public record Snapshot(Path folder, Manifest manifest) {

  static final String ENGINE = "engine";
  static final String QUERY = "query.msgpack";

  /** The engine's state, RocksDB's files: to be copied, never to be opened in place. */
  public Path engine() {
    return folder.resolve(ENGINE);
  }

  /** What searches read. */
  public Path query() {
    return folder.resolve(QUERY);
  }

  /** What searches read holds everything up to this position. */
  public long projected() {
    return manifest.projected();
  }

  /** The log was kept at least up to this position when it was taken. */
  public long written() {
    return manifest.written();
  }

  /** The size of what searches read; the engine's files are for the most part links. */
  public long queryBytes() {
    return manifest.files().get(QUERY).length();
  }
}
