package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.policy.Ground;
import dev.candor.policy.Grounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The grounds that forms offer are clauses of our policies. */
@SpringBootTest(classes = FormGroundsTests.PoliciesOnly.class, webEnvironment = WebEnvironment.NONE)
class FormGroundsTests {

  private static final List<String> OFFERED =
      FormSchema.ours().stream()
          .flatMap(form -> form.components().stream())
          .filter(component -> component.key().equals("grounds"))
          .flatMap(component -> component.values().stream())
          .toList();

  private final Grounds grounds;

  @Autowired
  FormGroundsTests(Grounds grounds) {
    this.grounds = grounds;
  }

  @Test
  void shouldOfferEveryGround() {
    assertThat(grounds.inForceOn(LocalDate.of(2026, 7, 1)))
        .extracting(Ground::code)
        .containsExactlyInAnyOrderElementsOf(OFFERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-01-01", "2020-04-14", "2026-06-30"})
  void shouldOfferNoGroundThatAnOlderRequestCouldNotRestOn(LocalDate received) {
    assertThat(grounds.inForceOn(received)).extracting(Ground::code).containsAll(OFFERED);
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackages = "dev.candor.policy.internal",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Grounds.class))
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  static class PoliciesOnly {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
