package dev.candor.database.internal;

import dev.candor.database.ActingRoles;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether PostgreSQL's row-level security counts for the role that the service connects as: need to
 * know rests on it (ADR 13), and it is silent where it does not.
 */
@Component
class RowSecurity {

  private static final String RIGHT =
      "Connect as a role of its own that owns nothing, is no superuser and has no BYPASSRLS (see"
          + " Database in src/docs/operations.md)";

  private final JdbcClient jdbc;

  /** Not the service's client: that one is there after the migrations only. */
  RowSecurity(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Also whom the connection can turn into: who signed in to the server, and the service.
   *
   * @throws DatabaseCannotStart when policies do not count for this role
   */
  void checkRole() {
    aboutActing(
            """
            select rolname as name, rolsuper as superuser, rolbypassrls as bypasses
              from pg_roles where rolname in (current_user, session_user, :service)
            """)
        .query(Role.class)
        .list()
        .forEach(RowSecurity::check);
    checkActing();
  }

  private void checkActing() {
    require(
        """
        select count(*) = 2 and bool_and(pg_has_role(oid, case rolname when :person then 'usage' else 'set' end))
          from pg_roles where rolname in (:person, :service)
        """,
        "the database role that the service connects as has not the roles %s and %s, for which the policies are written"
            .formatted(ActingRoles.PERSON, ActingRoles.SERVICE),
        "As a superuser, create them and grant them as Database in src/docs/operations.md says");
  }

  private void require(String query, String trouble, String mending) {
    if (!aboutActing(query).query(Boolean.class).single()) {
      throw new DatabaseCannotStart(trouble, mending);
    }
  }

  /** A query that names the roles as {@code :person} and {@code :service}. */
  private JdbcClient.StatementSpec aboutActing(String query) {
    return jdbc.sql(query)
        .param("person", ActingRoles.PERSON)
        .param("service", ActingRoles.SERVICE);
  }

  /**
   * What the migrations made.
   *
   * @throws DatabaseCannotStart when a table with policies is not secured against this role, or the
   *     roles that policies are written for cannot do their part
   */
  void checkMigrated() {
    checkTables();
    checkReach();
    checkOwners();
  }

  private void checkReach() {
    require(
        "select has_schema_privilege(:service, current_schema(), 'usage')",
        "the role %s, which the service works as, may not use the schema of its tables"
            .formatted(ActingRoles.SERVICE),
        "As the schema's owner: grant usage on schema public to " + ActingRoles.SERVICE);
  }

  /** Functions that run as their owner look at rows for people and for the service. */
  private void checkOwners() {
    var owners =
        aboutActing(
                """
                select distinct pg_get_userbyid(proowner) from pg_proc
                 where prosecdef and pronamespace = current_schema()::regnamespace
                   and not (pg_has_role(proowner, :person, 'usage') and pg_has_role(proowner, :service, 'usage'))
                """)
            .query(String.class)
            .list();
    if (!owners.isEmpty()) {
      throw new DatabaseCannotStart(
          "the role '%s', which owns functions that search for others, does not inherit %s and %s"
              .formatted(owners.getFirst(), ActingRoles.PERSON, ActingRoles.SERVICE),
          "As a superuser: grant %s, %s to %s with inherit true"
              .formatted(ActingRoles.PERSON, ActingRoles.SERVICE, owners.getFirst()));
    }
  }

  private void checkTables() {
    refuse(
        "is switched off on",
        "alter table %s enable row level security",
        """
        select relname from pg_class
         where not relrowsecurity and relnamespace = current_schema()::regnamespace
           and exists (select from pg_policy where polrelid = pg_class.oid)
         order by relname
        """);
    refuse(
        "is not forced on its owner, who runs the service, on",
        "alter table %s force row level security",
        """
        select relname from pg_class
         where relrowsecurity and not relforcerowsecurity
           and relnamespace = current_schema()::regnamespace
           and pg_has_role(current_user, relowner, 'usage')
         order by relname
        """);
  }

  private void refuse(String what, String mending, String query) {
    List<String> tables = jdbc.sql(query).query(String.class).list();
    if (!tables.isEmpty()) {
      throw new DatabaseCannotStart(
          "row-level security, which need to know rests on, " + what + " " + some(tables),
          "As the tables' owner: "
              + mending.formatted(tables.getFirst())
              + (tables.size() > 1 ? "; and so for the others" : ""));
    }
  }

  private static void check(Role role) {
    if (role.superuser() || role.bypasses()) {
      throw new DatabaseCannotStart(
          "the database role '%s' %s, so that row-level security, which need to know rests on, does not count for it"
              .formatted(role.name(), role.superuser() ? "is a superuser" : "has BYPASSRLS"),
          RIGHT);
    }
  }

  private static String some(List<String> tables) {
    return tables.size() == 1
        ? "the table " + tables.getFirst()
        : "%d tables, %s the first".formatted(tables.size(), tables.getFirst());
  }

  record Role(String name, boolean superuser, boolean bypasses) {}
}
