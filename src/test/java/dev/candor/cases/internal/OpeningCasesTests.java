package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView.TimelineEntry;
import dev.candor.cases.KeyUsedBefore;
import dev.candor.cases.internal.RegisterOnly.ToldToTheEngine;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.EveryRow;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A flag becomes a case: one for each, however often and by how many at once it is sent. */
@SpringBootTest(classes = RegisterOnly.class, webEnvironment = WebEnvironment.NONE)
class OpeningCasesTests {

  private static final PersonId ERIN = new PersonId("employee");
  private static final PersonId DEV = new PersonId("desk-uk");

  @Autowired CaseRegister register;
  @Autowired CaseFiles files;
  @Autowired Timeline timeline;
  @Autowired ToldToTheEngine told;
  @Autowired EveryRow jdbc;

  @Test
  void shouldOpenACaseAndTellTheEngineNoWordOfTheAsk() {
    var reference = register.open(SampleFlags.founding(), ERIN, null);

    assertThat(reference.value()).matches("SR-2026-\\d{5}");
    assertThat(state(reference)).isEqualTo(CaseState.FLAGGED);
    assertThat(told.begun.get(reference.value()).toString())
        .contains("CREATE_OR_PROMOTE", "GB", "2020-04-14")
        .doesNotContain("country,", "Government", "acquaintance", "Western");
    assertThat(whats(reference)).containsExactly("FLAGGED");
  }

  @Test
  void shouldOpenOneCaseForTenParallelCallsWithOneKey() throws Exception {
    var key = "key-" + UUID.randomUUID();

    var references = inParallel(10, () -> register.open(SampleFlags.founding(), ERIN, key));

    assertThat(references).hasSize(10).containsOnly(references.getFirst());
    assertThat(
            jdbc.sql("select count(*) from cases where idempotency_key = ?")
                .param(key)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(whats(references.getFirst())).containsExactly("FLAGGED");
  }

  @Test
  void shouldGiveParallelCallsDifferentReferences() throws Exception {
    var references = inParallel(20, () -> register.open(SampleFlags.founding(), ERIN, null));

    assertThat(references).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void shouldKeepKeysOfDifferentPeopleApartAndRefuseAKeyForAnotherFlag() {
    var first = register.open(SampleFlags.founding(), ERIN, "mine");

    assertThat(register.open(SampleFlags.founding(), DEV, "mine")).isNotEqualTo(first);
    assertThat(register.open(SampleFlags.founding(), ERIN, "mine")).isEqualTo(first);
    assertThatThrownBy(() -> register.open(SampleFlags.asking("Something else"), ERIN, "mine"))
        .isInstanceOf(KeyUsedBefore.class);
  }

  @Test
  void shouldNotReuseTheReferenceOfACaseThatFailedToOpen() {
    var before = number(register.open(SampleFlags.founding(), ERIN, null));

    told.refuseWhile(
        () ->
            assertThatThrownBy(() -> register.open(SampleFlags.founding(), ERIN, null))
                .isInstanceOf(IllegalStateException.class));

    assertThat(number(register.open(SampleFlags.founding(), ERIN, null))).isEqualTo(before + 2);
  }

  private CaseState state(CaseReference reference) {
    return files.find(reference).orElseThrow().state();
  }

  private List<String> whats(CaseReference reference) {
    return timeline.of(reference).stream().map(TimelineEntry::what).toList();
  }

  private static int number(CaseReference reference) {
    return Integer.parseInt(reference.value().substring("SR-2026-".length()));
  }

  private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
    return AtTheSameMoment.doAll(Collections.nCopies(times, call));
  }
}
