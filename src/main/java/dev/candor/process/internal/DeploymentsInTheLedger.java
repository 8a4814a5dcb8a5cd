package dev.candor.process.internal;

import dev.candor.access.PersonId;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Version;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger who changed which diagram, table or form: an entry for each file of a new set
 * that differs from the set before.
 */
@Component
class DeploymentsInTheLedger {

  private final Ledger ledger;

  DeploymentsInTheLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  void deployed(DeployedSet set, FileSet files) {
    var by = set.by() == null ? null : new PersonId(set.by());
    ledger.record(
        set.changed().stream()
            .map(
                file ->
                    LedgerEntry.of(LedgerKind.PROCESS_DEPLOYED, by, file, facts(set, files, file)))
            .toList());
  }

  private static Map<String, String> facts(DeployedSet set, FileSet files, String file) {
    var facts = new TreeMap<String, String>();
    facts.put("set", Integer.toString(set.number()));
    facts.put("setSha256", set.sha256());
    facts.put("origin", set.origin().name());
    if (files.names().contains(file)) {
      facts.put("sha256", files.sha256(file));
      set.versions().stream()
          .filter(version -> version.file().equals(file))
          .forEach(version -> facts.put(key(version), Integer.toString(version.version())));
    } else {
      facts.put("what", "TAKEN_OUT");
    }
    return facts;
  }

  private static String key(Version version) {
    return "version." + version.id();
  }
}
