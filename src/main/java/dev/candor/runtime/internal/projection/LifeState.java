package dev.candor.runtime.internal.projection;

import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;

/** How far a process or element instance is. */
public enum LifeState {
  ACTIVE,
  COMPLETED,
  TERMINATED;

  static LifeState after(ProcessInstanceIntent intent) {
    return switch (intent) {
      case ELEMENT_COMPLETED -> COMPLETED;
      case ELEMENT_TERMINATED -> TERMINATED;
      default -> ACTIVE;
    };
  }

  /** Whether the event begins, moves or ends an instance. */
  static boolean isTold(ProcessInstanceIntent intent) {
    return switch (intent) {
      case ELEMENT_ACTIVATING,
          ELEMENT_ACTIVATED,
          ELEMENT_COMPLETED,
          ELEMENT_TERMINATED,
          ELEMENT_MIGRATED ->
          true;
      default -> false;
    };
  }
}
