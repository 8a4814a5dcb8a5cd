package dev.candor;

import dev.candor.ledger.VerifyExport;
import java.util.Arrays;

/**
 * What {@code java -jar} begins with. Compiled for Java 17, as the jar's loader is, so that an
 * older Java gets a sentence to go by and not the stack trace of a class it cannot read.
 */
public final class Start {

  private static final int OLDEST_JAVA = 21;

  private Start() {}

  public static void main(String[] args) {
    if (Runtime.version().feature() < OLDEST_JAVA) {
      System.err.printf(
          "Candor cannot start: it needs Java %d or newer and this is Java %s. Start it with a newer one: /path/to/jdk/bin/java -jar candor.jar%n",
          OLDEST_JAVA, Runtime.version().feature());
      System.exit(1);
    }
    if (args.length > 0 && args[0].equals("verify")) {
      System.exit(VerifyExport.run(Arrays.copyOfRange(args, 1, args.length), System.out));
    }
    CandorApplication.main(args);
  }
}
