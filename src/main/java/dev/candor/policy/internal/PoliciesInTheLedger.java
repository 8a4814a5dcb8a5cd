package dev.candor.policy.internal;

import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the ledger of each version of a policy, with a hash of what it says. Versions come with
 * migrations, so a start finds the new ones; a text that is another than the noted one is an entry
 * too.
 */
@Component
class PoliciesInTheLedger implements ApplicationRunner {

  private final JdbcClient jdbc;
  private final Ledger ledger;

  PoliciesInTheLedger(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    // Of several services that start at once, one notes a version.
    var anew =
        jdbc.sql(
                """
                with noted as (
                  insert into policy_version_noted (policy, version, sha256)
                  select policy, version, sha256 from policy_version_text
                  order by in_force_from, policy
                  on conflict do nothing
                  returning policy, version, sha256)
                select policy, version, in_force_from, sha256
                  from noted join policy_version_text using (policy, version, sha256)
                 order by in_force_from, policy
                """)
            .query(Version.class)
            .list();
    ledger.record(anew.stream().map(Version::entry).toList());
  }

  record Version(String policy, String version, LocalDate inForceFrom, String sha256) {

    LedgerEntry entry() {
      return LedgerEntry.of(
          LedgerKind.POLICY_VERSION,
          null,
          policy,
          Map.of("version", version, "inForceFrom", inForceFrom.toString(), "sha256", sha256));
    }
  }
}
