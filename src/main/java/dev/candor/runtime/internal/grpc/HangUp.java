package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.JobPolls;
import java.util.ArrayList;
import java.util.List;

/** Whether a client has hung up on its call, and what is to be done then. */
final class HangUp implements JobPolls.Caller {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean hungUp;

  @Override
  public synchronized boolean hasHungUp() {
    return hungUp;
  }

  @Override
  public void onHangUp(Runnable action) {
    synchronized (this) {
      if (!hungUp) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  void happened() {
    List<Runnable> due;
    synchronized (this) {
      if (hungUp) {
        return;
      }
      hungUp = true;
      due = List.copyOf(actions);
    }
    due.forEach(Runnable::run);
  }
}
