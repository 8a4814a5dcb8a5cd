package dev.candor.insight.internal;

import dev.candor.access.Acting;

/** What the log does by itself, done by a test as that part of the service. */
final class AsTheLog {

  private AsTheLog() {}

  static void does(Runnable work) {
    Acting.asService(
        EventLog.SERVICE,
        () -> {
          work.run();
          return true;
        });
  }
}
