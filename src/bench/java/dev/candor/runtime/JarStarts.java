package dev.candor.runtime;

import dev.candor.support.RuntimeAlone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged jar as a user starts it, up to the first deployment that is answered. */
final class JarStarts {

  private final Path folder;
  private final Path extracted;
  private final List<String> withArchive;

  /** Extracts the jar into the folder and makes an archive of the classes it needs. */
  JarStarts(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    extracted = RuntimeAlone.extract(folder);
    withArchive =
        List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + folder.resolve("runtime.jsa"),
            "-Xlog:cds=error");
    fromArchive();
  }

  double asItIs() throws IOException, InterruptedException {
    return millisToDeployed(List.of(), RuntimeAlone.JAR);
  }

  double extracted() throws IOException, InterruptedException {
    return millisToDeployed(List.of(), extracted);
  }

  double fromArchive() throws IOException, InterruptedException {
    return millisToDeployed(withArchive, extracted);
  }

  private double millisToDeployed(List<String> forJava, Path jar)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(forJava);
    arguments.add("--enable-native-access=ALL-UNNAMED");
    long began = System.nanoTime();
    Process process = RuntimeAlone.runtime(folder, arguments, jar, "--in-memory").start();
    try (var client = RuntimeAlone.client(RuntimeAlone.awaitReady(process)).build()) {
      client
          .newDeployResourceCommand()
          .addProcessModel(ThreeTasks.model(), ThreeTasks.PROCESS + ".bpmn")
          .send()
          .join();
      return (System.nanoTime() - began) / 1e6;
    } finally {
      process.toHandle().destroy();
      RuntimeAlone.rest(process);
      process.waitFor();
    }
  }
}
