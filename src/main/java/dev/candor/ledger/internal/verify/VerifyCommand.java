package dev.candor.ledger.internal.verify;

import dev.candor.ledger.internal.note.NotASignedHead;
import dev.candor.ledger.internal.note.PublicKeyLine;
import dev.candor.ledger.internal.note.SignedHead;
import dev.candor.ledger.internal.note.TreeHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar candor.jar verify export.json [--head file] [--key key]}: checks an export, and
 * answers by its exit code whether it is whole.
 */
public final class VerifyCommand {

  public static final int WHOLE = 0;
  public static final int TAMPERED = 1;
  public static final int CANNOT_TELL = 2;

  private static final int BUFFER_BYTES = 1 << 20;
  private static final String USAGE =
      """
      Usage: java -jar candor.jar verify <export.json> [--head <file>] [--key <key>]

        --head  a head that was published earlier: the file it was saved in, or the mail it came with
        --key   the ledger's public key (name+id+key) as you know it from elsewhere

      Without them the export is checked against the heads and the key in itself. That finds what was
      changed since, but not an export that was made up as a whole: name a head and a key you kept.""";

  private final PrintStream out;

  private VerifyCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * @return one of the exit codes
   */
  public static int run(String[] args, PrintStream out) {
    return new VerifyCommand(out).run(args);
  }

  private int run(String[] args) {
    Arguments arguments = Arguments.parse(args);
    if (arguments == null) {
      out.println(USAGE);
      return CANNOT_TELL;
    }
    try (var in = new BufferedInputStream(Files.newInputStream(arguments.export), BUFFER_BYTES);
        var export = new ExportReader(in)) {
      return check(export, arguments);
    } catch (NotASignedHead | ExportReader.NotAnExport e) {
      out.printf("Cannot tell: %s.%n", e.getMessage());
      return CANNOT_TELL;
    } catch (IOException e) {
      out.printf("Cannot read %s: %s%n", arguments.export, e.getMessage());
      return CANNOT_TELL;
    }
  }

  private int check(ExportReader export, Arguments arguments) throws IOException {
    var key = PublicKeyLine.parse(arguments.key == null ? export.key() : arguments.key);
    NavigableMap<Long, TreeHead> heads = new TreeMap<>();
    long contradictions = 0;
    for (String note : export.heads()) {
      contradictions += add(heads, SignedHead.read(note, key));
    }
    contradictions += add(heads, SignedHead.read(export.head(), key));
    if (arguments.head != null) {
      contradictions += add(heads, SignedHead.read(HeadFile.read(arguments.head), key));
    }
    var verification = new Verification(heads, out::println);
    export.forEachEntry(verification::add);
    verification.end();
    return conclude(verification, contradictions + verification.found(), heads, arguments);
  }

  /**
   * @return 1 when another head of the same size says something else
   */
  private long add(NavigableMap<Long, TreeHead> heads, TreeHead head) {
    TreeHead other = heads.put(head.size(), head);
    if (other == null || Arrays.equals(other.root(), head.root())) {
      return 0;
    }
    out.printf(
        "heads: two signed heads over %d entries contradict each other: the ledger was rewritten%n",
        head.size());
    return 1;
  }

  private int conclude(
      Verification verification,
      long found,
      NavigableMap<Long, TreeHead> heads,
      Arguments arguments) {
    if (found > 0) {
      out.printf("NOT WHOLE: %d finding(s) in %d entries.%n", found, verification.size());
      return TAMPERED;
    }
    out.printf(
        "Whole: %d entries fit %d signed head(s), the largest over %d entries.%n",
        verification.size(), heads.size(), heads.lastKey());
    if (arguments.head == null || arguments.key == null) {
      out.println(
          "Checked by what the export brings along: name a head and a key you kept to be sure that"
              + " it was not made up as a whole.");
    }
    return WHOLE;
  }

  private record Arguments(Path export, @Nullable Path head, @Nullable String key) {

    static @Nullable Arguments parse(String[] args) {
      Path export = null;
      Path head = null;
      String key = null;
      for (int i = 0; i < args.length; i++) {
        boolean hasValue = i + 1 < args.length;
        if (args[i].equals("--head") && hasValue) {
          head = Path.of(args[++i]);
        } else if (args[i].equals("--key") && hasValue) {
          key = args[++i];
        } else if (export == null && !args[i].startsWith("-")) {
          export = Path.of(args[i]);
        } else {
          return null;
        }
      }
      return export == null ? null : new Arguments(export, head, key);
    }
  }
}
