package dev.candor.tasks.web;

import dev.candor.tasks.UnknownTask;
import java.util.Optional;

/** Keys in addresses: what cannot be one is the key of no task. */
final class TaskKeys {

  private TaskKeys() {}

  static long of(String id) {
    return ifOne(id).orElseThrow(UnknownTask::new);
  }

  static Optional<Long> ifOne(String id) {
    try {
      return Optional.of(Long.parseLong(id));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
