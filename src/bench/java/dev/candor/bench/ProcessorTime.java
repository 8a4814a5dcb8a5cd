package dev.candor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/**
 * Processor time of this JVM by what its threads are for. Unlike time on the clock it hardly
 * depends on what else the machine does.
 */
public final class ProcessorTime {

  /** What no Java thread used: the compiler's, the collector's and the JVM's own threads. */
  public static final String THE_JVM = "JIT and GC";

  private final SequencedMap<String, String> kinds;
  private final Map<Long, Long> before = new HashMap<>();
  private final long processBefore;

  private ProcessorTime(SequencedMap<String, String> kinds) {
    this.kinds = kinds;
    eachThread(before::put);
    processBefore = process();
  }

  /**
   * Begins to count.
   *
   * @param kinds what threads are for, by how their names begin; "" for all others
   */
  public static ProcessorTime begin(SequencedMap<String, String> kinds) {
    return new ProcessorTime(kinds);
  }

  /** Milliseconds since the beginning by kind, divided by this number. */
  public Map<String, Double> perPiece(int pieces) {
    Map<String, Double> millis = new LinkedHashMap<>();
    kinds.values().forEach(kind -> millis.put(kind, 0.0));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    eachThread(
        (id, nanos) -> {
          ThreadInfo info = threads.getThreadInfo(id);
          long spent = nanos - before.getOrDefault(id, 0L);
          millis.merge(
              kind(info == null ? "" : info.getThreadName()), spent / 1e6 / pieces, Double::sum);
        });
    double all = (process() - processBefore) / 1e6 / pieces;
    millis.put(THE_JVM, all - millis.values().stream().mapToDouble(each -> each).sum());
    return millis;
  }

  private String kind(String thread) {
    return kinds.entrySet().stream()
        .filter(kind -> thread.startsWith(kind.getKey()))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static void eachThread(BiConsumer<Long, Long> use) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (long id : threads.getAllThreadIds()) {
      use.accept(id, threads.getThreadCpuTime(id));
    }
  }

  private static long process() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
