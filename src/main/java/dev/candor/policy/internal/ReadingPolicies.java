package dev.candor.policy.internal;

import dev.candor.policy.Policies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all of the catalogue. A version ends on the day before the next one begins. */
@Component
class ReadingPolicies implements Policies {

  private static final String VERSIONS =
      """
      select p.code, p.name, v.version, v.in_force_from,
             lead(v.in_force_from) over (partition by v.policy order by v.in_force_from) - 1 as until
        from policy_version v join policy p on p.code = v.policy
       order by p.name, v.in_force_from desc
      """;

  /** 10.2 comes after 8.1: numbers are compared with zeros before them. */
  private static final String CLAUSES =
      """
      select * from policy_clause
       order by policy, version,
             regexp_replace(regexp_replace(clause, '\\d+', '000\\&', 'g'), '0*(\\d{4})', '\\1', 'g')
      """;

  private final JdbcClient jdbc;

  ReadingPolicies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Version> versions() {
    var clauses = clauses();
    return jdbc.sql(VERSIONS).query((row, number) -> version(row, clauses)).list();
  }

  private static Version version(ResultSet row, Map<String, List<Clause>> clauses)
      throws SQLException {
    var policy = row.getString("code");
    var version = row.getString("version");
    return new Version(
        policy,
        row.getString("name"),
        version,
        row.getObject("in_force_from", LocalDate.class),
        row.getObject("until", LocalDate.class),
        clauses.getOrDefault(key(policy, version), List.of()));
  }

  private Map<String, List<Clause>> clauses() {
    return jdbc
        .sql(CLAUSES)
        .query(
            (row, number) ->
                Map.entry(
                    key(row.getString("policy"), row.getString("version")),
                    new Clause(
                        row.getString("clause"),
                        row.getString("ground"),
                        row.getString("title"),
                        row.getString("wording"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static String key(String policy, String version) {
    return policy + "\n" + version;
  }
}
