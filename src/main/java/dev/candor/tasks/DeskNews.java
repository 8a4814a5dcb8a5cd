package dev.candor.tasks;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import java.util.Set;

/**
 * That the tasks somebody may take or holds changed, or a case they have open, by whichever machine
 * and client.
 */
public interface DeskNews {

  /**
   * Until it is closed, the listener is called on a thread of its own, once for all changes while
   * it ran. It is told nothing but that it is time to look again.
   *
   * @param open the cases whose pages they have open; whether they may know of them is for the
   *     listener to ask
   */
  Listening listen(PersonId person, Set<CaseReference> open, Listener listener);

  /** Whoever wants to know. */
  interface Listener {

    void changed();

    /**
     * A case that is open may have changed, or who may see it.
     *
     * @param person as they are known now
     */
    void changed(CaseReference open, Person person);

    /** Nothing changed; shows whether anybody is there. */
    void stillThere();

    /** The service stops. */
    void over();
  }

  /** Ends with closing it. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
