package dev.candor.insight.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.Role;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to the times: for a manager, as the part of the service that sees nothing else. */
@Component
class ForManagers {

  private final TransactionTemplate transaction;

  ForManagers(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /**
   * @throws AccessDeniedException when they are no manager
   */
  <T> T count(Person person, Supplier<T> work) {
    if (!person.is(Role.MANAGER)) {
      throw new AccessDeniedException("Not theirs to see");
    }
    return Objects.requireNonNull(
        Acting.<T, RuntimeException>asService(
            EventLog.SERVICE, () -> transaction.execute(status -> work.get())));
  }
}
