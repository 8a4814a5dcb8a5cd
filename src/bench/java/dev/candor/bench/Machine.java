package dev.candor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What the figures were measured on. */
final class Machine {

  private static final int FORCES = 200;

  private Machine() {}

  /** In sentences: date, commit, cores, memory, JDK, kernel, disk, and how busy it is. */
  static String describe() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return """
        %s, commit %s. %d cores (%s), %d GiB of memory, %s %s, %s %s %s. Load average at the start: %s.
        Disk: %s."""
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            firstLineOf("git", "describe", "--always", "--dirty"),
            system.getAvailableProcessors(),
            processor(),
            system.getTotalMemorySize() >> 30,
            System.getProperty("java.vendor.version", System.getProperty("java.vendor")),
            System.getProperty("java.version"),
            system.getName(),
            system.getVersion(),
            system.getArch(),
            Figures.decimal(system.getSystemLoadAverage()),
            disk());
  }

  /** What a flush costs decides much of what follows. */
  private static String disk() {
    Histogram nanos = new Histogram(3);
    try {
      Path file = Files.createTempFile("candor-bench-", ".flush");
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        for (int i = 0; i < FORCES; i++) {
          channel.write(ByteBuffer.allocate(4096));
          long start = System.nanoTime();
          channel.force(false);
          nanos.recordValue(System.nanoTime() - start);
        }
        return "%s; writing 4 KiB and forcing them to it takes %s ms (p50 of %d), %s ms (p99)"
            .formatted(
                Files.getFileStore(file).type(),
                Figures.millis(nanos.getValueAtPercentile(50)),
                FORCES,
                Figures.millis(nanos.getValueAtPercentile(99)));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unnamed");
    } catch (IOException e) {
      return "unnamed";
    }
  }

  private static String firstLineOf(String... command) {
    try (var output = new ProcessBuilder(command).start().inputReader()) {
      String line = output.readLine();
      return line == null ? "unknown" : line;
    } catch (IOException e) {
      return "unknown";
    }
  }
}
