package dev.candor.attachments.internal;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adds a master key to the file; the next start of the service does the rest. */
public final class KeyRotation {

  private KeyRotation() {}

  public static int run(String[] arguments, PrintStream out) {
    var named = value(arguments, "--candor.attachments.key-file=");
    var data = value(arguments, "--candor.data-dir=");
    var file =
        KeyFile.of(named == null ? null : Path.of(named), Path.of(data == null ? "data" : data));
    if (!Files.exists(file)) {
      out.println("There is no key of attachments at " + file + ": nothing was changed");
      return 2;
    }
    out.printf(
        "Key %d was added to %s. Start Candor again: it seals the keys of all attachments and drafts with it and forgets the old one.%n",
        MasterKeys.rotate(file), file);
    return 0;
  }

  private static @Nullable String value(String[] arguments, String name) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(name))
        .map(argument -> argument.substring(name.length()))
        .findFirst()
        .orElse(null);
  }
}
