package dev.candor.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.CompletableFuture;

/**
 * A mail server in this JVM to which nobody has to be polite. GreenMail throws where a line drops
 * in the middle; whoever waits for something else just then must not take that for a failure of
 * theirs.
 */
public final class MailServerThatThrows {

  private MailServerThatThrows() {}

  /** Starts one. Its threads are in the group of the one that starts it. */
  public static GreenMail start(ServerSetup... setups) {
    var started = new CompletableFuture<GreenMail>();
    new Thread(
            new Unheard(),
            () -> {
              try {
                var server = new GreenMail(setups);
                server.start();
                started.complete(server);
              } catch (RuntimeException failure) {
                started.completeExceptionally(failure);
              }
            })
        .start();
    return started.join();
  }

  private static final class Unheard extends ThreadGroup {

    private Unheard() {
      super("mail server");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
      // The line dropped: what became of the letter is asked of who sent it.
    }
  }
}
