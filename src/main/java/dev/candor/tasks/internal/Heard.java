package dev.candor.tasks.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.tasks.DeskNews.Listener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One who listens. There is at most one thread for them, and only while they are told: one that is
 * slow keeps nobody waiting, and what happens meanwhile is told once.
 */
final class Heard {

  private final PersonId person;
  private final Set<CaseReference> open;
  private final Listener listener;
  private final People people;

  /** What they have not been told yet. */
  private final Set<CaseReference> changedCases = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean changedTasks = new AtomicBoolean();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean busy = new AtomicBoolean();

  Heard(PersonId person, Set<CaseReference> open, Listener listener, People people) {
    this.person = person;
    this.open = Set.copyOf(open);
    this.listener = listener;
    this.people = people;
  }

  PersonId person() {
    return person;
  }

  Set<CaseReference> open() {
    return open;
  }

  void changed() {
    changedTasks.set(true);
    tell();
  }

  void changed(CaseReference reference) {
    changedCases.add(reference);
    tell();
  }

  void areYouThere() {
    asked.set(true);
    tell();
  }

  void over() {
    listener.over();
  }

  private void tell() {
    if (busy.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::run);
    }
  }

  private void run() {
    try {
      while (tellOnce()) {
        continue;
      }
    } finally {
      busy.set(false);
    }
    if (changedTasks.get() || asked.get() || !changedCases.isEmpty()) {
      tell();
    }
  }

  /**
   * @return false when there was nothing to tell
   */
  private boolean tellOnce() {
    var told = false;
    for (var reference : changedCases) {
      changedCases.remove(reference);
      people.find(person).ifPresent(who -> listener.changed(reference, who));
      told = true;
    }
    if (changedTasks.getAndSet(false)) {
      listener.changed();
      told = true;
    }
    if (asked.getAndSet(false)) {
      listener.stillThere();
      told = true;
    }
    return told;
  }
}
