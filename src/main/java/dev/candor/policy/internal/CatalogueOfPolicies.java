package dev.candor.policy.internal;

import dev.candor.policy.Ground;
import dev.candor.policy.Grounds;
import dev.candor.policy.UnknownGround;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the versions; of each policy the one with the latest first day up to the day asked for. */
@Component
class CatalogueOfPolicies implements Grounds {

  private static final String IN_FORCE =
      """
      select c.ground as code, p.name as policy, v.version, c.clause, c.title, c.wording,
             v.in_force_from
      from policy p
      join lateral (
        select version, in_force_from from policy_version
        where policy = p.code and in_force_from <= :day
        order by in_force_from desc limit 1) v on true
      join policy_clause c on c.policy = p.code and c.version = v.version
      order by c.ground
      """;

  private final JdbcClient jdbc;

  CatalogueOfPolicies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Ground> inForceOn(LocalDate day) {
    return jdbc.sql(IN_FORCE).param("day", day).query(Ground.class).list();
  }

  @Override
  public Ground inForceOn(String code, LocalDate day) {
    return inForceOn(day).stream()
        .filter(ground -> ground.code().equals(code))
        .findFirst()
        .orElseThrow(UnknownGround::new);
  }
}
