package dev.candor.runtime.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What it takes for a change of a folder to survive a power cut. */
public final class Disk {

  private Disk() {}

  /** Returns when the content of this file, or the names in this folder, are on the disk. */
  public static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Gives what is whole its final name; all or nothing, and on the disk when it returns. */
  public static void publish(Path unfinished, Path path) throws IOException {
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    force(path.getParent());
  }
}
