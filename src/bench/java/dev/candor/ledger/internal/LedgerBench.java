package dev.candor.ledger.internal;

import static dev.candor.bench.Figures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.PersonId;
import dev.candor.bench.ClosedLoop;
import dev.candor.bench.Report;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import dev.candor.ledger.internal.verify.VerifyCommand;
import dev.candor.support.EveryRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger with four million entries: appending, proving, exporting, checking. */
@SpringBootTest(classes = LedgerOnly.class, webEnvironment = WebEnvironment.NONE)
class LedgerBench {

  private static final int ENTRIES = 4_000_000;
  private static final int WRITERS = 8;
  private static final int APPENDED = 20_000;
  private static final int PROOFS = 5_000;
  private static final Random RANDOM = new Random(20_260_702);

  /** Somebody read a case, as the service writes it: the reader as a salted hash, and disclosed. */
  private static final String LOAD =
      """
      create temp table made as
        select n as id, 'SR-2026-' || lpad((n %% 200000)::text, 6, '0') as subject,
               substr(md5(n::text), 1, 32) as salt, 'person-' || n %% 200 as reader
          from generate_series(1, %1$d) n;
      insert into ledger_entry (id, entry)
        select id, format('{"format":1,"at":"2026-07-02T09:30:00Z","kind":"READ","subject":"%%s",'
            || '"actor":"sha256:%%s","facts":{"sight":"CONTENT"}}', subject,
            encode(sha256(convert_to(salt || e'\\n' || 'actor' || e'\\n' || reader, 'UTF8')), 'hex'))
          from made;
      insert into ledger_disclosure (entry_id, field, salt, value) select id, 'actor', salt, reader from made;
      insert into ledger_waiting select id from made;
      alter table ledger_entry alter column id restart with %2$d;
      drop table made;
      analyze
      """
          .formatted(ENTRIES, ENTRIES + 1);

  @Autowired private EveryRow everyRow;
  @Autowired private Sequencing sequencing;
  @Autowired private Ledger ledger;
  @Autowired private NodeStore store;
  @Autowired private Heads heads;
  @Autowired private Proving proving;
  @Autowired private Exporting exporting;
  @Autowired private TransactionTemplate transaction;

  @TempDir private Path folder;

  @Test
  void measureFourMillionEntries() throws IOException {
    var report = new Report("The ledger with four million entries");
    double loaded = seconds(() -> everyRow.sql(LOAD).update());
    double placed = seconds(this::placeAll);
    assertThat(store.size()).isEqualTo(ENTRIES);

    var alone = append(1);
    var together = append(WRITERS);
    double head = seconds(heads::current) * 1000;
    var inclusion = prove(size -> proving.inclusion(RANDOM.nextLong(size), size));
    var consistency = prove(size -> proving.consistency(1 + RANDOM.nextLong(size), size));
    var file = folder.resolve("export.json");
    double exported =
        seconds(
            () -> {
              try (var out = Files.newOutputStream(file)) {
                exporting.writeTo(out);
              }
            });
    var said = new ByteArrayOutputStream();
    double checked =
        seconds(
            () ->
                assertThat(
                        VerifyCommand.run(
                            new String[] {file.toString()}, new PrintStream(said, true)))
                    .as(said.toString())
                    .isZero());
    long entries = store.size();

    report
        .say(
            """
            %,d entries with a disclosure each, written by one statement in %s s and given their places in %s s (%,.0f/s).
            An append is a transaction with one entry, until the service may answer; the last line of them is until all have their place.
            Proofs are of random entries and sizes, %,d of each, from database to hashes. The export is %,.0f MB."""
                .formatted(
                    ENTRIES,
                    decimal(loaded),
                    decimal(placed),
                    ENTRIES / placed,
                    PROOFS,
                    Files.size(file) / 1e6))
        .table(
            List.of("What", "measured", "goal"),
            List.of(
                List.of("append, one writer", perSecond(alone.acknowledged()), ""),
                List.of(
                    "append, %d writers".formatted(WRITERS),
                    perSecond(together.acknowledged()),
                    "2,000/s"),
                List.of("the same until placed", perSecond(together.placed()), ""),
                List.of("a new signed head", decimal(head) + " ms", ""),
                List.of("inclusion, p95", decimal(inclusion.millis(95)) + " ms", "5 ms"),
                List.of("consistency, p95", decimal(consistency.millis(95)) + " ms", ""),
                List.of("export", perSecond(entries / exported), ""),
                List.of("verify", perSecond(entries / checked), "200,000/s")))
        .write();
  }

  private record Appended(double acknowledged, double placed) {}

  private Appended append(int writers) {
    long before = store.size();
    long began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var seen =
          ClosedLoop.run(
              APPENDED, writers, () -> CompletableFuture.runAsync(this::appendOne, threads));
      placeAll();
      assertThat(store.size()).isEqualTo(before + APPENDED);
      return new Appended(seen.perSecond(), APPENDED / ((System.nanoTime() - began) / 1e9));
    }
  }

  private void appendOne() {
    transaction.executeWithoutResult(
        status ->
            ledger.record(
                List.of(
                    LedgerEntry.of(
                        LedgerKind.READ,
                        new PersonId("person-1"),
                        "SR-2026-000001",
                        Map.of("sight", "CONTENT")))));
  }

  /** Beside the service's own loop: one of the two does it at a time. */
  private void placeAll() {
    while (everyRow
        .sql("select exists (select from ledger_waiting)")
        .query(Boolean.class)
        .single()) {
      sequencing.carryOutOne();
    }
  }

  private interface Proof {
    List<byte[]> of(long size);
  }

  private ClosedLoop.Seen prove(Proof proof) {
    long size = store.size();
    return ClosedLoop.run(
        PROOFS,
        1,
        () -> {
          assertThat(proof.of(1 + size / 2 + RANDOM.nextLong(size / 2))).isNotEmpty();
          return CompletableFuture.completedFuture(null);
        });
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private static String perSecond(double rate) {
    return "%,.0f/s".formatted(rate);
  }
}
