package dev.candor;

import dev.candor.attachments.RotateAttachmentKey;
import dev.candor.ledger.VerifyExport;
import dev.candor.runtime.Alone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code java -jar} begins with. Compiled for Java 17, as the jar's loader is, so that an
 * older Java gets a sentence to go by and not the stack trace of a class it cannot read.
 */
public final class Start {

  private static final int OLDEST_JAVA = 21;

  /**
   * Carriers for virtual threads, above the default of one per core: a virtual thread that waits
   * for a class to be loaded holds on to its carrier, and on two cores the packaged jar's start
   * stood still when both did (see src/docs/adr/0008).
   */
  private static final int CARRIERS = 32;

  private Start() {}

  public static void main(String[] args) {
    if (Runtime.version().feature() < OLDEST_JAVA) {
      System.err.printf(
          "Candor cannot start: it needs Java %d or newer and this is Java %s. Start it with a newer one: /path/to/jdk/bin/java -jar candor.jar%n",
          OLDEST_JAVA, Runtime.version().feature());
      System.exit(1);
    }
    if (List.of(args).contains("--help")) {
      System.out.print(help());
      return;
    }
    if (args.length > 0 && args[0].equals("verify")) {
      System.exit(VerifyExport.run(Arrays.copyOfRange(args, 1, args.length), System.out));
    }
    if (args.length > 0 && args[0].equals("rotate-attachment-key")) {
      System.exit(RotateAttachmentKey.run(Arrays.copyOfRange(args, 1, args.length), System.out));
    }
    System.getProperties()
        .putIfAbsent("jdk.virtualThreadScheduler.parallelism", Integer.toString(CARRIERS));
    if (args.length > 0 && args[0].equals("runtime")) {
      Alone.main(Arrays.copyOfRange(args, 1, args.length));
    } else {
      CandorApplication.main(args);
    }
  }

  private static String help() {
    try (var text = Start.class.getResourceAsStream("/help.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
