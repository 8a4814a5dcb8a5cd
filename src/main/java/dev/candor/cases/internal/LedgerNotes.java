package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.CaseView.Ground;
import dev.candor.cases.Correctable;
import dev.candor.cases.Retention.Due;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the ledger learns of cases: codes as they are, people and words as hashes only. */
@Component
class LedgerNotes {

  private final Ledger ledger;

  LedgerNotes(Ledger ledger) {
    this.ledger = ledger;
  }

  void decided(CaseReference reference, NewDecision decision, List<Ground> grounds) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("outcome", decision.outcome().name());
    if (decision.departure() != null) {
      facts.put("departs", "FROM_PRECEDENTS");
    }
    grounds.forEach(
        ground ->
            facts.put(
                "ground." + ground.code(),
                "%s %s %s".formatted(ground.policy(), ground.version(), ground.clause())));
    // Not the rationale, not even as a hash to be disclosed: who reads the ledger reads no case.
    note(LedgerEntry.of(LedgerKind.DECISION, decision.by(), reference.value(), facts));
  }

  /** Groups are codes of teams: nobody's name. */
  void admitted(CaseReference reference, Collection<String> groups) {
    ledger.record(
        groups.stream()
            .map(
                group ->
                    LedgerEntry.of(
                        LedgerKind.ACCESS_GRANTED, null, reference.value(), Map.of("group", group)))
            .toList());
  }

  void joined(CaseReference reference, PersonId person) {
    note(
        new LedgerEntry(
            LedgerKind.ACCESS_GRANTED,
            null,
            reference.value(),
            Map.of(),
            Map.of("person", person.value())));
  }

  /** Not the reason: who reads the ledger reads no case. */
  void openedInAnEmergency(CaseReference reference, PersonId person, Instant endsAt) {
    note(
        LedgerEntry.of(
            LedgerKind.ACCESS_GRANTED,
            person,
            reference.value(),
            Map.of("what", "EMERGENCY", "until", endsAt.toString())));
  }

  /** They stepped out of the case. */
  void recused(CaseReference reference, PersonId person, PersonId by) {
    note(
        new LedgerEntry(
            LedgerKind.ACCESS_ENDED,
            by,
            reference.value(),
            Map.of(),
            Map.of("person", person.value())));
  }

  /** Which field, not what it held or holds, not even as a hash. */
  void corrected(CaseReference reference, PersonId by, Correctable field) {
    note(
        LedgerEntry.of(
            LedgerKind.CORRECTED, by, reference.value(), Map.of("field", field.field())));
  }

  void read(CaseReference reference, PersonId person, Object sight) {
    note(
        LedgerEntry.of(
            LedgerKind.READ, person, reference.value(), Map.of("sight", sight.toString())));
  }

  void tookDossier(
      CaseReference reference, PersonId person, String readers, String form, String sha256) {
    note(
        LedgerEntry.of(
            LedgerKind.READ,
            person,
            reference.value(),
            Map.of("what", "DOSSIER", "readers", readers, "form", form, "sha256", sha256)));
  }

  void lookedAtWhatIsDue(PersonId person) {
    note(LedgerEntry.of(LedgerKind.READ, person, "retention", Map.of("what", "DUE")));
  }

  void deleted(CaseReference reference, PersonId by, Due due) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("type", due.type().name());
    if (due.outcome() != null) {
      facts.put("outcome", due.outcome().name());
    }
    facts.put("dueSince", due.dueSince().toString());
    note(LedgerEntry.of(LedgerKind.DELETED, by, reference.value(), facts));
  }

  void refused(CaseReference reference, PersonId person, String what) {
    note(LedgerEntry.of(LedgerKind.REFUSED, person, reference.value(), Map.of("what", what)));
  }

  private void note(LedgerEntry entry) {
    ledger.record(List.of(entry));
  }
}
