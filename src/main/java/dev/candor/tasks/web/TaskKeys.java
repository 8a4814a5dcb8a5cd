package dev.candor.tasks.web;

import dev.candor.tasks.UnknownTask;

/** Keys in addresses: what cannot be one is the key of no task. */
final class TaskKeys {

  private TaskKeys() {}

  static long of(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException notOne) {
      throw new UnknownTask();
    }
  }
}
