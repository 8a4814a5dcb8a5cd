package dev.candor.ledger.internal.verify;

import dev.candor.ledger.internal.merkle.Frontier;
import dev.candor.ledger.internal.merkle.NodeId;
import dev.candor.ledger.internal.merkle.TreeHash;
import dev.candor.ledger.internal.note.TreeHead;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through entries in their order and says what does not fit. The signed heads are what counts:
 * the hashes kept beside the entries only help to name which one was touched.
 */
final class Verification {

  private final Consumer<String> findings;
  private final DisclosureCheck disclosures;
  private final Iterator<TreeHead> heads;
  private final Frontier asRead = new Frontier();
  private final Frontier asKept = new Frontier();
  private @Nullable TreeHead next;
  private long fitting;
  private long named = -1;
  private boolean isLost;
  private long found;

  /**
   * @param heads signed ones, by size
   * @param findings hears a line for each thing that does not fit
   */
  Verification(NavigableMap<Long, TreeHead> heads, Consumer<String> findings) {
    this.findings = findings;
    this.disclosures = new DisclosureCheck(this::find);
    this.heads = new TreeMap<>(heads).values().iterator();
    advance();
    checkHead();
  }

  /** How many entries were read. */
  long size() {
    return asRead.size();
  }

  /** How many things do not fit. */
  long found() {
    return found;
  }

  void add(ExportEntry entry) {
    long expected = asRead.size();
    if (entry.index() != expected) {
      checkPlace(entry.index(), expected);
    }
    byte[] kept = HexFormat.of().parseHex(entry.hash());
    byte[] read = kept;
    if (entry.entry() == null) {
      name(expected, "entry %d: its text was removed".formatted(entry.index()));
    } else {
      read = TreeHash.leaf(entry.entry().getBytes(StandardCharsets.UTF_8));
      if (!Arrays.equals(read, kept)) {
        name(
            expected,
            "entry %d: was changed; it is not what its hash was made of".formatted(entry.index()));
      }
      disclosures.check(entry);
    }
    asRead.append(read, (node, hash) -> checkPair(entry, node, hash));
    asKept.append(kept, (node, hash) -> {});
    checkHead();
  }

  /** All entries were read. */
  void end() {
    checkHead();
    if (next != null) {
      long last = next.size();
      while (next != null) {
        last = next.size();
        advance();
      }
      find(
          "entries %d to %d: were cut off; a signed head is over %d entries"
              .formatted(asRead.size(), last - 1, last));
    }
  }

  private void checkPlace(long index, long expected) {
    name(
        expected,
        index > expected
            ? "entry %d: was removed, or another stands in its place: the next one is numbered %d"
                .formatted(expected, index)
            : "entry %d: stands where entry %d belongs".formatted(index, expected));
  }

  /** Narrows down what was changed together with the hash that is kept beside it. */
  private void checkPair(ExportEntry entry, NodeId node, byte[] hash) {
    long second = asRead.size();
    if (node.level() == 1
        && entry.pair() != null
        && named < second - 1
        && !Arrays.equals(HexFormat.of().parseHex(entry.pair()), hash)) {
      name(
          second,
          "entries %d and %d: one was changed or moved together with its hash"
              .formatted(second - 1, second));
    }
  }

  private void checkHead() {
    while (next != null && next.size() == asRead.size()) {
      boolean fits = Arrays.equals(asRead.root(), next.root());
      if (fits) {
        fitting = next.size();
        isLost = false;
      } else if (!isLost && !(named >= fitting && Arrays.equals(asKept.root(), next.root()))) {
        // From here on every larger head differs too: one line, not one for each of them.
        isLost = true;
        find(
            "entries %d to %d: at least one was changed, moved, added or removed together with its"
                    .formatted(fitting, next.size() - 1)
                + " hash; the signed head over %d entries does not fit".formatted(next.size()));
      }
      advance();
    }
  }

  private void name(long at, String finding) {
    named = at;
    find(finding);
  }

  private void find(String finding) {
    found++;
    findings.accept(finding);
  }

  private void advance() {
    next = heads.hasNext() ? heads.next() : null;
  }
}
