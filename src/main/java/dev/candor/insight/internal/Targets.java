package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.Target.Missed;
import dev.candor.outbox.Courier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A manager's own targets.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager, and those that name a target {@link UnknownTarget} for who is not its owner.
 */
@Component
public class Targets {

  private final TargetTable table;
  private final ForManagers managers;
  private final Courier watchingCourier;

  Targets(
      TargetTable table,
      ForManagers managers,
      @Qualifier("watchingCourier") Courier watchingCourier) {
    this.table = table;
    this.managers = managers;
    this.watchingCourier = watchingCourier;
  }

  /** Each with the times in which it was missed, newest first; the oldest target first. */
  public Map<Target, List<Missed>> of(Person person) {
    return managers.count(
        person,
        () -> {
          var all = new LinkedHashMap<Target, List<Missed>>();
          for (var target : table.of(person.id().value())) {
            all.put(target, table.history(target.id()));
          }
          return all;
        });
  }

  public void set(Person person, Rule rule) {
    managers.count(
        person,
        () -> {
          table.add(UUID.randomUUID(), person.id().value(), rule);
          watchingCourier.callAfterCommit();
          return true;
        });
  }

  /** Its kind stays what it is. */
  public void change(Person person, UUID id, Rule rule) {
    does(person, () -> table.change(id, person.id().value(), rule));
  }

  public void pause(Person person, UUID id) {
    does(person, () -> table.pause(id, person.id().value(), true));
  }

  public void resume(Person person, UUID id) {
    does(person, () -> table.pause(id, person.id().value(), false));
  }

  public void delete(Person person, UUID id) {
    does(person, () -> table.delete(id, person.id().value()));
  }

  public void restore(Person person, UUID id) {
    does(person, () -> table.restore(id, person.id().value()));
  }

  private void does(Person person, BooleanSupplier work) {
    managers.count(
        person,
        () -> {
          if (!work.getAsBoolean()) {
            throw new UnknownTarget();
          }
          watchingCourier.callAfterCommit();
          return true;
        });
  }
}
