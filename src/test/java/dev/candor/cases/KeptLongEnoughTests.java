package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.ledger.VerifyExport;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.Route;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that was kept long enough goes for good, and the ledger stays whole. */
@CandorTest
class KeptLongEnoughTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;
  @TempDir Path folder;

  @Value("${candor.data-dir}")
  Path data;

  private Route route;
  private String reference;

  @BeforeEach
  void withdrawACaseWithAFile() {
    route = new Route(port);
    var flag = ExampleRequests.embassy();
    flag.put("items", List.of("@kept"));
    reference = route.flag("employee", flag);
    route.offered("desk-uk", reference, Route.REVIEW);
    var file = new ByteArrayInputStream("Words".getBytes(StandardCharsets.UTF_8));
    assertThat(
            HttpCall.to(port, "/api/cases/" + reference + "/attachments?name=letter.txt")
                .as("desk-uk")
                .postOctets(file)
                .statusCode())
        .isEqualTo(201);
    route.step("desk-uk", reference, "comments", Map.of("text", "I would ask them."));
    route.step(
        "desk-uk",
        reference,
        "corrections",
        Map.of("field", "principal", "value", "Embassy of Palau", "reason", "So it says."));
    route.step("auditor", reference, "emergency-access", Map.of("reason", "A court asks."));
    route.step("employee", reference, "withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");
  }

  @Test
  void shouldDeleteAllOfACaseAndLeaveTheLedgerWhole() throws IOException {
    // given
    dissentLinkAndOpen();
    assertThat(rowsThatNameIt()).containsKeys("case_precedent", "case_precedent_opened");
    age("7 years 1 day");
    var file = fileOnDisk();
    assertThat(file).exists();
    assertThat(due()).contains(reference);

    // when
    assertThat(delete("counsel")).isEqualTo(204);

    // then
    assertThat(rowsThatNameIt()).isEmpty();
    assertThat(file).doesNotExist();
    assertThat(route.as("desk-uk").get("/api/cases/" + reference).status()).isEqualTo(404);
    assertThat(due()).doesNotContain(reference);
    assertThat(verifyTheExport()).isZero();
    assertThat(
            rows.sql(
                    """
                    select entry::json ->> 'kind' from ledger_entry
                     where subject = ? and exists (select from ledger_disclosure where entry_id = id)
                    """)
                .param(reference)
                .query(String.class)
                .list())
        .as("nobody is named by what was written before it went")
        .containsExactlyInAnyOrder("DELETED", "REFUSED");
  }

  @Test
  void shouldNotDeleteWhatIsHeld() {
    // given
    age("10 years");
    route.step("counsel", reference, "hold", Map.of("reason", "Litigation."));

    // then
    assertThat(delete("counsel")).isEqualTo(409);
    assertThat(rowsThatNameIt())
        .containsKeys(
            "cases",
            "attachment",
            "case_comment",
            "case_correction",
            "case_corrected_words",
            "case_item");

    // and when it is lifted
    route.step("counsel", reference, "hold", Map.of("reason", "Settled.", "on", false));
    assertThat(delete("counsel")).isEqualTo(204);
    assertThat(rowsThatNameIt()).isEmpty();
  }

  @Test
  void shouldNotDeleteWhatIsNotDue() {
    age("6 years 364 days");

    assertThat(due()).doesNotContain(reference);
    assertThat(delete("counsel")).isEqualTo(409);
    assertThat(rowsThatNameIt()).containsKeys("cases", "attachment");
  }

  private void dissentLinkAndOpen() {
    var other = route.flag("employee", ExampleRequests.embassy());
    rows.sql(
            """
            insert into case_dissent (reference, person, words, at)
              values (?, 'head-uk', 'Words', now())
            """)
        .param(reference)
        .update();
    rows.sql(
            """
            insert into case_link (reference, other, linked_by, at)
              values (:one, :other, 'head-uk', now()), (:other, :one, 'head-uk', now())
            """)
        .param("one", reference)
        .param("other", other)
        .update();
    rows.sql(
            """
            insert into case_precedent (reference, position, precedent, items, found_at)
              values (?, 9, ?, '{@kept}', now())
            """)
        .params(other, reference)
        .update();
    rows.sql(
            """
            insert into case_precedent_opened (reference, precedent, person, at)
              values (:one, :other, 'head-uk', now()), (:other, :one, 'head-uk', now())
            """)
        .param("one", reference)
        .param("other", other)
        .update();
  }

  private int delete(String person) {
    return route.as(person).post("/api/retention/" + reference + "/delete").status();
  }

  private String due() {
    return route.as("counsel").get("/api/retention").body();
  }

  /** As if all of it had happened so long ago. */
  private void age(String by) {
    rows.sql(
            """
            do $$ begin
              set local session_replication_role = replica;
              update case_event set at = at - interval '%s' where reference = '%s';
            end $$
            """
                .formatted(by, reference))
        .update();
  }

  private Path fileOnDisk() {
    var id =
        rows.sql("select id::text from attachment where reference = ?")
            .param(reference)
            .query(String.class)
            .single();
    return data.resolve("attachments").resolve(id.substring(0, 2)).resolve(id);
  }

  /** Of all tables but the ledger's, whatever the column is called. */
  private Map<String, Integer> rowsThatNameIt() {
    var found = new TreeMap<String, Integer>();
    rows.sql(
            """
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^ledger_'
            """)
        .query(String.class)
        .list()
        .forEach(
            table -> {
              var count =
                  rows.sql(
                          "select count(*) from %s row where to_jsonb(row)::text like ?"
                              .formatted(table))
                      .param("%" + reference + "%")
                      .query(Integer.class)
                      .single();
              if (count > 0) {
                found.put(table, count);
              }
            });
    return found;
  }

  private int verifyTheExport() throws IOException {
    var export = folder.resolve("export.json");
    Files.writeString(export, HttpCall.to(port, "/api/ledger/export").as("auditor").get().body());
    return VerifyExport.run(
        new String[] {export.toString()}, new PrintStream(new ByteArrayOutputStream(), true));
  }
}
