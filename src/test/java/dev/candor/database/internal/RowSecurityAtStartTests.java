package dev.candor.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.BesideOthers;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No start on a real PostgreSQL where the policies would not count. */
@BesideOthers
class RowSecurityAtStartTests {

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient superuser = JdbcClient.create(database.asSuperuser());
  private final List<String> roles = new ArrayList<>();

  /** Roles are the server's, not the database's. */
  @AfterEach
  void dropRoles() {
    roles.forEach(
        role -> {
          superuser.sql("drop owned by " + role).update();
          superuser.sql("drop role " + role).update();
        });
  }

  @Test
  void shouldStartAsTheApplicationAndAsTheOwnerOfTablesThatForceIt() {
    assertThat(refusal(database.dataSource())).isEmpty();
    assertThat(refusal(database.asOwner())).isEmpty();
  }

  @Test
  void shouldRefuseASuperuser() {
    assertThat(refusal(database.asSuperuser()))
        .contains("'postgres' is a superuser", "Connect as a role of its own");
  }

  @Test
  void shouldRefuseASuperuserBeforeAnythingIsMigratedAsOne() {
    assertThat(refusal(database.asSuperuser(), "spring.flyway.schemas=of_a_superuser"))
        .contains("is a superuser");

    assertThat(
            superuser
                .sql("select to_regnamespace('of_a_superuser') is null")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void shouldRefuseARoleThatBypassesThePolicies() {
    var role = role("bypassrls");

    assertThat(refusal(as(role))).contains("'" + role + "' has BYPASSRLS");
  }

  @Test
  void shouldRefuseASuperuserWhoPutsOnAnotherRole() {
    var role = role("superuser");
    superuser.sql("alter role " + role + " set role = '" + database.user() + "'").update();

    assertThat(refusal(as(role))).contains("'" + role + "' is a superuser");
  }

  @Test
  void shouldRefuseTheOwnerOfATableThatDoesNotForceIt() {
    // given
    superuser.sql("alter table decision no force row level security").update();

    // then it still counts for the application, which owns nothing
    assertThat(refusal(database.dataSource())).isEmpty();
    // and neither for the owner nor for its members
    assertThat(refusal(database.asOwner()))
        .contains(
            "not forced on its owner, who runs the service, on the table decision",
            "alter table decision force row level security");
    assertThat(refusal(as(role("in role " + database.owner())))).contains("not forced");
  }

  @Test
  void shouldRefuseARoleThatCannotActAsWhomThePoliciesAreFor() {
    var lone = role("");
    var onlyAsPerson = role("in role candor_person");

    for (var role : List.of(lone, onlyAsPerson)) {
      assertThat(refusal(as(role)))
          .contains("has not the roles candor_person and candor_service", "create them and grant");
    }
  }

  @Test
  void shouldRefuseAnOwnerWhoseFunctionsWouldFindNothing() {
    var owner = role("in role candor_person");
    superuser.sql("grant candor_service to %s with inherit false".formatted(owner)).update();
    superuser.sql("alter function found_in_like_words owner to " + owner).update();

    assertThat(refusal(database.dataSource()))
        .contains(
            "'" + owner + "', which owns functions",
            "grant candor_person, candor_service to " + owner + " with inherit true");
  }

  @Test
  void shouldRefuseASchemaThatTheServiceMayNotUse() {
    superuser.sql("revoke usage on schema public from candor_service").update();

    assertThat(refusal(database.dataSource()))
        .contains("candor_service", "grant usage on schema public to candor_service");
  }

  @Test
  void shouldRefuseTablesOnWhichItIsSwitchedOff() {
    superuser.sql("alter table case_comment disable row level security").update();
    superuser.sql("alter table cases disable row level security").update();

    assertThat(refusal(database.dataSource()))
        .contains(
            "is switched off on 2 tables, case_comment the first",
            "alter table case_comment enable row level security; and so for the others");
  }

  /** What a start says, in one line; nothing when it comes up. */
  private static String refusal(DataSource service, String... properties) {
    var said = new StringBuilder();
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                FlywayAutoConfiguration.class))
        .withUserConfiguration(RowSecurity.class, RowSecurityConfiguration.class)
        .withBean(DataSource.class, () -> service)
        .withPropertyValues(properties)
        .run(
            context -> {
              if (context.getStartupFailure() != null) {
                var line = new DatabaseCannotStartAnalyzer().analyze(context.getStartupFailure());
                said.append(line.getDescription()).append(". ").append(line.getAction());
              }
            });
    return said.toString();
  }

  private String role(String options) {
    var name = "role_" + Long.toHexString(System.nanoTime());
    superuser.sql("create role %s login password 'secret' %s".formatted(name, options)).update();
    roles.add(name);
    return name;
  }

  private DataSource as(String role) {
    var source = new PGSimpleDataSource();
    source.setURL(database.url());
    source.setUser(role);
    source.setPassword("secret");
    return source;
  }
}
