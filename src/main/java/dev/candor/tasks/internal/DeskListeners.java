package dev.candor.tasks.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.tasks.DeskNews;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who listens on this machine. Each listener has at most one thread, and only while it is told: one
 * that is slow keeps nobody waiting, and what happens meanwhile is told once. Ends before the
 * server does, which would wait for open streams.
 */
@Component
class DeskListeners implements DeskNews, SmartLifecycle {

  private final People people;
  private final Set<Heard> all = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  DeskListeners(People people) {
    this.people = people;
  }

  @Override
  public Listening listen(PersonId person, Listener listener) {
    var heard = new Heard(person, listener, new AtomicBoolean(), new AtomicBoolean());
    all.add(heard);
    return () -> all.remove(heard);
  }

  void tell(DeskChange change) {
    for (var heard : all) {
      if (people.find(heard.person()).filter(change::concerns).isPresent()) {
        heard.changed();
      }
    }
  }

  /** Nobody knows what was missed: everybody looks again. */
  void tellAll() {
    all.forEach(Heard::changed);
  }

  void askWhoIsThere() {
    all.forEach(heard -> heard.tell(Listener::stillThere));
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    all.forEach(heard -> heard.listener().over());
    all.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * @param busy whether a thread is telling it
   * @param again whether something changed since that began
   */
  private record Heard(
      PersonId person, Listener listener, AtomicBoolean busy, AtomicBoolean again) {

    void changed() {
      again.set(true);
      if (busy.compareAndSet(false, true)) {
        Thread.startVirtualThread(this::run);
      }
    }

    void tell(Consumer<Listener> what) {
      if (busy.compareAndSet(false, true)) {
        Thread.startVirtualThread(
            () -> {
              what.accept(listener);
              run();
            });
      }
    }

    private void run() {
      while (again.getAndSet(false)) {
        listener.changed();
      }
      busy.set(false);
      if (again.get()) {
        changed();
      }
    }
  }
}
