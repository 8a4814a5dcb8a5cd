package dev.candor.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that stay free until they are used, for what has to know its port before it starts, or to
 * come again where it was: below those that a system gives to whoever asks for any, and each given
 * once in this JVM.
 */
public final class ReservedPorts {

  private static final int FIRST = 20_000;
  private static final int LAST = 30_000;

  /** Another JVM begins elsewhere. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

  private ReservedPorts() {}

  public static int next() {
    while (true) {
      var port = NEXT.getAndUpdate(last -> last == LAST ? FIRST : last + 1);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
  }
}
