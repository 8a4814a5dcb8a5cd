package dev.candor.runtime.internal.engine;

import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.engine.state.instance.DbTimerInstanceState;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The timers that wait, as the engine's own state has them: replayed or from a snapshot. */
final class Timers {

  private Timers() {}

  /** When the first of them is due. The engine has to be idle. */
  static Optional<Instant> next(ZeebeDb<ZbColumnFamilies> state) {
    var first = new AtomicReference<Instant>();
    new DbTimerInstanceState(state, state.createContext())
        .processTimersWithDueDateBefore(
            Long.MAX_VALUE,
            timer -> {
              first.set(Instant.ofEpochMilli(timer.getDueDate()));
              return false;
            });
    return Optional.ofNullable(first.get());
  }
}
