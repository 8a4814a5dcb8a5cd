package dev.candor.tasks;

import dev.candor.access.PersonId;

/** That the tasks somebody may take or holds changed, by whichever machine and client. */
public interface DeskNews {

  /**
   * Until it is closed, {@code changed} is called on a thread of its own, once for all changes
   * while it ran. It is told nothing but that it is time to look again.
   */
  Listening listen(PersonId person, Listener listener);

  /** Whoever wants to know. */
  interface Listener {

    void changed();

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
