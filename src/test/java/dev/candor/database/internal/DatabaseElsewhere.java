package dev.candor.database.internal;

import dev.candor.support.OwnersDatabase;
import dev.candor.support.ReservedPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that no service started: in a process of its own, to be configured. */
public final class DatabaseElsewhere implements AutoCloseable {

  private final Path folder;
  private CandorDatabase database;

  private DatabaseElsewhere(Path folder, CandorDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /** On a port where it can come again, with the roles that the operations guide asks for. */
  public static DatabaseElsewhere start(Path folder) {
    var database = new CandorDatabase(server(folder, ReservedPorts.next()), "candor");
    database.prepare();
    return new DatabaseElsewhere(folder, database);
  }

  /** Where it was, with what it had. */
  public void startAgain() {
    database = new CandorDatabase(server(folder, database.server().port()), "candor");
  }

  /** What makes a service use it. */
  public List<String> properties() {
    var passwords = database.server().passwords();
    return List.of(
        "--spring.datasource.url=" + database.jdbcUrl(),
        "--spring.datasource.username=" + CandorDatabase.APPLICATION,
        "--spring.datasource.password=" + passwords.application(),
        "--spring.flyway.user=" + CandorDatabase.OWNER,
        "--spring.flyway.password=" + passwords.owner());
  }

  OwnersDatabase asOwner() {
    return OwnersDatabase.of(database.jdbcUrl(), database.server().passwords().owner());
  }

  @Override
  public void close() {
    database.server().close();
  }

  private static PostgresServer server(Path folder, int port) {
    return PostgresServer.start(new PostgresFolder(folder), port, Map.of());
  }
}
