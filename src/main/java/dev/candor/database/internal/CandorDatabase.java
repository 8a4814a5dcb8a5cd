package dev.candor.database.internal;

import dev.candor.database.ActingRoles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database inside the server, and its roles: the owner migrates, the application reads and
 * writes, as a person or as the service ({@link ActingRoles}). That the application owns nothing is
 * what row-level security rests on.
 */
record CandorDatabase(PostgresServer server, String name) {

  static final String OWNER = "candor_owner";
  static final String APPLICATION = "candor";

  String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** Creates what is missing. May be called any number of times. */
  void prepare() {
    try {
      try (var connection = asSuperuser("postgres")) {
        role(connection, OWNER, login(server.passwords().owner()));
        role(connection, APPLICATION, login(server.passwords().application()));
        actingRole(connection, ActingRoles.PERSON, "inherit true");
        actingRole(connection, ActingRoles.SERVICE, "inherit false, set true");
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
          execute(connection, "create database %s owner %s".formatted(name, OWNER));
        }
      }
      try (var connection = asSuperuser(name)) {
        execute(connection, "alter schema public owner to " + OWNER);
        execute(connection, "revoke all on schema public from public");
        execute(connection, "grant usage on schema public to " + APPLICATION);
        var byDefault = "alter default privileges for role " + OWNER + " in schema public ";
        execute(
            connection,
            byDefault + "grant select, insert, update, delete on tables to " + APPLICATION);
        execute(connection, byDefault + "grant usage on sequences to " + APPLICATION);
      }
    } catch (SQLException trouble) {
      throw new DatabaseCannotStart(
          "PostgreSQL runs, but the database " + name + " cannot be prepared",
          "Restore passwords.properties in PostgreSQL's folder from your backup if it was changed",
          trouble);
    }
  }

  private Connection asSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), PostgresServer.SUPERUSER, server.passwords().superuser());
  }

  private static void role(Connection connection, String role, String options) throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      execute(connection, "create role " + role + " " + options);
    }
  }

  private static String login(String password) {
    return "login password '" + password + "'";
  }

  /** Functions that run as their owner look at rows for people and for the service. */
  private static void actingRole(Connection connection, String role, String forApplication)
      throws SQLException {
    role(connection, role, "nologin");
    execute(connection, "grant %s to %s with inherit true".formatted(role, OWNER));
    execute(connection, "grant %s to %s with %s".formatted(role, APPLICATION, forApplication));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
