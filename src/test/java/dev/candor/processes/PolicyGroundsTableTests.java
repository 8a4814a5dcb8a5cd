package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.database.internal.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code policyGrounds.dmn} quotes is in the catalogue of policies, in its newest version. */
class PolicyGroundsTableTests {

  private record Quoted(String ground, String policy, String clause) {}

  @Test
  void shouldQuoteGroundsPoliciesAndClausesOfTheCatalogue() {
    var newest =
        JdbcClient.create(TestDatabase.fresh().dataSource())
            .sql(
                """
                select distinct on (p.code, c.ground) c.ground, p.name as policy, c.clause
                from policy p
                join policy_version v on v.policy = p.code
                join policy_clause c on c.policy = v.policy and c.version = v.version
                order by p.code, c.ground, v.in_force_from desc
                """)
            .query(Quoted.class)
            .list();

    assertThat(quoted())
        .as("Correct the row in policyGrounds.dmn, or add the clause to the catalogue")
        .isNotEmpty()
        .isSubsetOf(newest);
    assertThat(newest)
        .as("Each ground of the catalogue is quoted by a row of policyGrounds.dmn")
        .isSubsetOf(quoted());
  }

  private static List<Quoted> quoted() {
    var table = DecisionTable.of("policyGrounds");
    return table.rules().stream()
        .map(DecisionTable.Rule::outputs)
        .map(cells -> new Quoted(bare(cells.get(0)), bare(cells.get(1)), bare(cells.get(2))))
        .toList();
  }

  private static String bare(String literal) {
    return literal.substring(1, literal.length() - 1);
  }
}
