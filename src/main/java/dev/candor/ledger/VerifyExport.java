package dev.candor.ledger;

import dev.candor.ledger.internal.verify.VerifyCommand;
import java.io.PrintStream;

/** Checks an export of the ledger without the service: {@code java -jar candor.jar verify}. */
public final class VerifyExport {

  private VerifyExport() {}

  /**
   * @param arguments the export, and what it is held against
   * @param out hears every finding, a line each
   * @return 0 when the export is whole, 1 when it was tampered with, 2 when that cannot be told
   */
  public static int run(String[] arguments, PrintStream out) {
    return VerifyCommand.run(arguments, out);
  }
}
