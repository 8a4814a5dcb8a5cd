package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives references out, each once: the count is committed before anything is done under the number,
 * so a case that fails to open leaves a gap and no second holder.
 */
@Component
class References {

  private final JdbcClient jdbc;
  private final Clock clock;

  References(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean wereEverGiven() {
    return jdbc.sql("select exists (select from case_number)").query(Boolean.class).single();
  }

  /** Also when the case that was to have it failed to open. */
  boolean wasGiven(CaseReference reference) {
    var parts = reference.value().split("-");
    return jdbc.sql("select exists (select from case_number where year = ? and last >= ?)")
        .params(Integer.parseInt(parts[1]), new BigInteger(parts[2]))
        .query(Boolean.class)
        .single();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public CaseReference next() {
    var year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
    var number =
        jdbc.sql(
                """
                insert into case_number (year, last) values (:year, 1)
                on conflict (year) do update set last = case_number.last + 1
                returning last
                """)
            .param("year", year)
            .query(Integer.class)
            .single();
    return new CaseReference("SR-%04d-%05d".formatted(year, number));
  }
}
