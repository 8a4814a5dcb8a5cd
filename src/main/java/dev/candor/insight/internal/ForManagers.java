package dev.candor.insight.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.Role;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to the times: for a manager, as the part of the service that sees nothing else. */
@Component
class ForManagers {

  private final TransactionTemplate transaction;
  private final KeepingDays days;

  ForManagers(TransactionTemplate transaction, KeepingDays days) {
    this.transaction = transaction;
    this.days = days;
  }

  /**
   * @throws AccessDeniedException when they are no manager
   */
  <T> T count(Person person, Supplier<T> work) {
    return count(person, () -> true, nothing -> work.get());
  }

  /**
   * @param memory is brought up to date before the transaction begins: who waits for that keeps no
   *     connection from others
   * @throws AccessDeniedException when they are no manager
   */
  <M, T> T count(Person person, Supplier<M> memory, Function<M, T> work) {
    if (!person.is(Role.MANAGER)) {
      throw new AccessDeniedException("Not theirs to see");
    }
    return Acting.<T, RuntimeException>asService(EventLog.SERVICE, () -> count(memory, work));
  }

  /** The same for the service, where it acts as this part of it already. */
  <M, T> T count(Supplier<M> memory, Function<M, T> work) {
    try {
      var kept = memory.get();
      return Objects.requireNonNull(transaction.execute(status -> work.apply(kept)));
    } finally {
      days.letGo();
    }
  }
}
