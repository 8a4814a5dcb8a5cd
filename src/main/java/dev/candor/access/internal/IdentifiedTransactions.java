package dev.candor.access.internal;

import dev.candor.access.Identity;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.database.ActingRoles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins every transaction with the name of whose it is, for that transaction only: what the
 * policies of row-level security go by, and under the role that they are written for (ADR 41). The
 * connection forgets both with the commit or rollback.
 *
 * <p>Most of what is asked is the same few things again and again, of one case: planning them anew
 * each time, policies and all, took longer than answering. What people filter says so ({@link
 * dev.candor.database.Plans}).
 */
class IdentifiedTransactions extends JdbcTransactionManager {

  // Asks whether each is null, as nothing is: for an answer of any length the driver would wait for
  // the server once more, before each of these and of what begins the transaction (Text).
  private static final String NAME_PERSON =
      """
      select set_config('candor.person', ?, true) is null,
             set_config('candor.roles', ?::text, true) is null,
             set_config('candor.groups', ?::text, true) is null,
             set_config('candor.service', '', true) is null,
             set_config('candor.case', '', true) is null,
             set_config('plan_cache_mode', 'force_generic_plan', true) is null,
             set_config('role', 'none', true) is null,
             set_config('candor.names', coalesce(acting_names_worked_out()::text, ''), true) is null
      """;

  private static final String NAME_SERVICE =
      """
      select set_config('candor.person', '', true) is null,
             set_config('candor.roles', '{}', true) is null,
             set_config('candor.groups', '{}', true) is null,
             set_config('candor.service', ?, true) is null,
             set_config('candor.case', ?, true) is null,
             set_config('plan_cache_mode', 'force_generic_plan', true) is null,
             set_config('role', '%s', true) is null
      """
          .formatted(ActingRoles.SERVICE);

  private final transient Supplier<Identity> identities;

  IdentifiedTransactions(DataSource dataSource, Supplier<Identity> identities) {
    super(dataSource);
    this.identities = identities;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    var identity = identities.get();
    super.doBegin(transaction, definition);
    try {
      name(begun(), identity);
    } catch (SQLException | RuntimeException trouble) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("The transaction could not be named", trouble);
    }
  }

  private Connection begun() {
    var holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    return Objects.requireNonNull(holder).getConnection();
  }

  private static void name(Connection connection, Identity identity) throws SQLException {
    if (identity.service() == null) {
      namePerson(connection, identity.person());
    } else {
      nameService(connection, identity.service(), identity.reference());
    }
  }

  private static void namePerson(Connection connection, @Nullable Person person)
      throws SQLException {
    try (var statement = connection.prepareStatement(NAME_PERSON)) {
      statement.setString(1, person == null ? "" : person.id().value());
      statement.setArray(2, connection.createArrayOf("text", roles(person)));
      statement.setArray(3, connection.createArrayOf("text", groups(person)));
      statement.execute();
    }
  }

  private static void nameService(Connection connection, String service, @Nullable String reference)
      throws SQLException {
    try (var statement = connection.prepareStatement(NAME_SERVICE)) {
      statement.setString(1, service);
      statement.setString(2, reference == null ? "" : reference);
      statement.execute();
    }
  }

  private static Object[] roles(@Nullable Person person) {
    return person == null
        ? new Object[0]
        : person.roles().stream().map(Role::name).sorted().toArray();
  }

  private static Object[] groups(@Nullable Person person) {
    return (person == null ? Stream.<String>empty() : person.groups().stream().sorted()).toArray();
  }
}
