package dev.candor.tasks.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.tasks.DeskNews;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Who listens on this machine. Ends before the server does, which would wait for open streams. */
@Component
class DeskListeners implements DeskNews, SmartLifecycle {

  static final int TURNS = 20;

  private final People people;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Heard> all = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  DeskListeners(People people) {
    this.people = people;
  }

  @Override
  public Listening listen(PersonId person, Set<CaseReference> open, Listener listener) {
    var heard = new Heard(person, open, listener, people);
    all.add(heard);
    return () -> all.remove(heard);
  }

  void tell(DeskChange change) {
    var reference = change.reference() == null ? null : new CaseReference(change.reference());
    for (var heard : all) {
      if (reference != null && heard.open().contains(reference)) {
        heard.changed(reference);
      }
      if (people.find(heard.person()).filter(change::concerns).isPresent()) {
        heard.changed();
      }
    }
  }

  /** Nobody knows what was missed: everybody looks again. */
  void tellAll() {
    all.forEach(
        heard -> {
          heard.open().forEach(heard::changed);
          heard.changed();
        });
  }

  /**
   * Asks some whether they are there, and after {@link #TURNS} calls everybody once: they do not
   * all ask the database in the same moment. What ends by itself, such as an emergency, nobody
   * tells of: open cases are looked at, too.
   */
  void askWhoIsThere() {
    var now = Math.floorMod(turn.getAndIncrement(), TURNS);
    for (var heard : all) {
      if (Math.floorMod(System.identityHashCode(heard), TURNS) == now) {
        heard.open().forEach(heard::changed);
        heard.areYouThere();
      }
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    all.forEach(Heard::over);
    all.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
