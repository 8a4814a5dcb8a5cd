package dev.candor.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.access.PersonId;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import dev.candor.ledger.internal.merkle.Proof;
import dev.candor.ledger.internal.merkle.TreeHash;
import dev.candor.ledger.internal.note.PublicKeyLine;
import dev.candor.ledger.internal.note.SignedHead;
import dev.candor.ledger.internal.note.TreeHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = LedgerOnly.class, webEnvironment = WebEnvironment.NONE)
class LedgerTests {

  private static final PersonId CONOR = new PersonId("counsel");

  @Autowired Ledger ledger;
  @Autowired Heads heads;
  @Autowired Proving proving;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void shouldGiveEachCommittedEntryOnePlaceWhoeverWritesAtTheSameTime() throws Exception {
    long before = heads.current().size();
    Callable<Void> ten =
        () -> {
          IntStream.range(0, 10).forEach(i -> record("SR-2026-00001"));
          return null;
        };

    try (var writers = Executors.newFixedThreadPool(8)) {
      for (var written : writers.invokeAll(Stream.generate(() -> ten).limit(8).toList())) {
        written.get();
      }
    }

    await().until(() -> heads.current().size() == before + 80);
    assertThat(waiting()).isZero();
  }

  @Test
  void shouldWriteNothingThatIsRolledBack() {
    long before = entries();

    transaction.executeWithoutResult(
        status -> {
          ledger.record(List.of(read("SR-2026-00002")));
          status.setRollbackOnly();
        });

    assertThat(entries()).isEqualTo(before);
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> ledger.record(List.of(read("SR-2026-00002"))));
  }

  @Test
  void shouldProveEachEntryByTheSignedHead() {
    IntStream.range(0, 7).forEach(i -> record("SR-2026-00003"));
    var head = headOver(entries());

    for (long index = 0; index < head.size(); index++) {
      var text =
          jdbc.sql(
                  """
                  select entry from ledger_leaf join ledger_entry on id = entry_id
                   where leaf_index = ?
                  """)
              .param(index)
              .query(String.class)
              .single();
      var leaf = TreeHash.leaf(text.getBytes(StandardCharsets.UTF_8));
      var proof = proving.inclusion(index, head.size());
      assertThat(Proof.showsInclusion(index, leaf, head.size(), head.root(), proof)).isTrue();
    }
  }

  @Test
  void shouldProveThatALargerHeadOnlyAdds() {
    record("SR-2026-00004");
    var smaller = headOver(entries());
    IntStream.range(0, 5).forEach(i -> record("SR-2026-00004"));
    var larger = headOver(entries());

    var proof = proving.consistency(smaller.size(), larger.size());

    assertThat(
            Proof.showsConsistency(
                smaller.size(), smaller.root(), larger.size(), larger.root(), proof))
        .isTrue();
    assertThatExceptionOfType(Proving.NoSuchTree.class)
        .isThrownBy(() -> proving.consistency(larger.size(), larger.size() + 1));
  }

  @Test
  void shouldKeepNoNameAndNothingPersonalButHashes() {
    record("SR-2026-00005");

    var entry = entryOf("SR-2026-00005");

    assertThat(entry)
        .contains("\"kind\":\"READ\"", "\"by\":\"API\"", "2026-07-02T09:30:00Z", "sha256:")
        .doesNotContain("counsel", "An alias");
    assertThat(
            jdbc.sql("select value from ledger_disclosure where field = 'alias'")
                .query(String.class)
                .list())
        .contains("An alias");
  }

  @Test
  void shouldGiveTheSameHeadForTheSameSizeToEverybody() {
    record("SR-2026-00006");
    headOver(entries());

    assertThat(heads.current()).isEqualTo(heads.current());
  }

  @Test
  void shouldRefuseToChangeOrRemoveWhatIsWritten() {
    record("SR-2026-00007");
    headOver(entries());

    for (var change :
        List.of(
            "update ledger_entry set entry = '{}'",
            "delete from ledger_leaf",
            "update ledger_leaf set hash = sha256('x')",
            "delete from ledger_node",
            "delete from ledger_head",
            "truncate ledger_head")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isNotNull();
    }
  }

  private void record(String subject) {
    transaction.executeWithoutResult(status -> ledger.record(List.of(read(subject))));
  }

  private static LedgerEntry read(String subject) {
    return new LedgerEntry(
        LedgerKind.READ, CONOR, subject, Map.of("by", "API"), Map.of("alias", "An alias"));
  }

  private TreeHead headOver(long size) {
    await().until(() -> heads.current().size() >= size);
    return SignedHead.read(heads.current().note(), PublicKeyLine.parse(heads.publicKey()));
  }

  private String entryOf(String subject) {
    return jdbc.sql("select entry from ledger_entry where subject = ?")
        .param(subject)
        .query(String.class)
        .single();
  }

  private long entries() {
    return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
  }

  private long waiting() {
    return jdbc.sql("select count(*) from ledger_waiting").query(Long.class).single();
  }
}
