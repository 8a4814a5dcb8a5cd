package dev.candor.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.PersonId;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import dev.candor.ledger.VerifyExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody who owns the database and switches its triggers off changes a row: the next export says
 * which.
 */
@SpringBootTest(
    classes = LedgerOnly.class,
    webEnvironment = WebEnvironment.NONE,
    properties = "candor.ledger.origin=tampered/ledger")
class TamperedLedgerTests {

  private static final int ENTRIES = 12;

  @Autowired Ledger ledger;
  @Autowired Heads heads;
  @Autowired Exporting exporting;
  @Autowired TransactionTemplate transaction;

  @Value("${spring.datasource.url}")
  String url;

  @Value("${spring.flyway.user}")
  String owner;

  @Value("${spring.flyway.password}")
  String password;

  @TempDir Path folder;

  @BeforeEach
  void aDozenEntriesUnderAHeadThatWasGivenOut() {
    if (heads.current().size() == 0) {
      IntStream.range(0, ENTRIES).forEach(this::decide);
      await().until(() -> heads.current().size() == ENTRIES);
    }
  }

  @Test
  void shouldFindTheLedgerWholeAsLongAsNobodyTouchesIt() {
    assertThat(verify()).contains("Whole: 12 entries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update ledger_entry set entry = replace(entry, 'DECLINED', 'ACCEPTED') where id = 5"
            + " | update ledger_entry set entry = replace(entry, 'ACCEPTED', 'DECLINED') where id = 5"
            + " | entry 4: was changed",
        "update ledger_leaf set leaf_index = 100 where leaf_index = 7"
            + " | update ledger_leaf set leaf_index = 7 where leaf_index = 100"
            + " | entry 7: was removed",
        "update ledger_leaf set leaf_index = 99 where leaf_index = 2;"
            + " update ledger_leaf set leaf_index = 2 where leaf_index = 6;"
            + " update ledger_leaf set leaf_index = 6 where leaf_index = 99"
            + " | update ledger_leaf set leaf_index = 99 where leaf_index = 2;"
            + " update ledger_leaf set leaf_index = 2 where leaf_index = 6;"
            + " update ledger_leaf set leaf_index = 6 where leaf_index = 99"
            + " | entries 2 and 3: one was changed or moved together with its hash",
        "update ledger_leaf set leaf_index = leaf_index + 100 where leaf_index > 8"
            + " | update ledger_leaf set leaf_index = leaf_index - 100 where leaf_index > 8"
            + " | entry 9: was removed, or another stands in its place",
        "update ledger_disclosure set value = 'eve' where entry_id = 3 and field = 'actor'"
            + " | update ledger_disclosure set value = 'counsel' where entry_id = 3"
            + " | entry 2: what is disclosed as actor is not what was written"
      })
  void shouldNameWhatWasTouched(String tampering, String undoing, String finding) {
    asOwner(tampering);
    try {
      assertThat(verify()).contains(finding, "NOT WHOLE");
    } finally {
      asOwner(undoing);
    }
    assertThat(verify()).contains("Whole: 12 entries");
  }

  @Test
  void shouldStayWholeWhenWhatIsPersonalIsDeleted() {
    asOwner("delete from ledger_disclosure where entry_id = 12");

    assertThat(verify()).contains("Whole: 12 entries");
  }

  private void decide(int number) {
    transaction.executeWithoutResult(
        status ->
            ledger.record(
                List.of(
                    LedgerEntry.of(
                        LedgerKind.DECISION,
                        new PersonId("counsel"),
                        "SR-2026-%05d".formatted(number),
                        Map.of("outcome", "DECLINED")))));
  }

  private void asOwner(String sql) {
    var jdbc = JdbcClient.create(new DriverManagerDataSource(url, owner, password));
    jdbc.sql("alter table ledger_entry disable trigger user").update();
    jdbc.sql("alter table ledger_leaf disable trigger user").update();
    jdbc.sql(sql).update();
  }

  private String verify() {
    var file = folder.resolve("export.json");
    try (var out = Files.newOutputStream(file)) {
      exporting.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var said = new ByteArrayOutputStream();
    VerifyExport.run(
        new String[] {file.toString()}, new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }
}
