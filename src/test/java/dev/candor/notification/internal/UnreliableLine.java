package dev.candor.notification.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What stands between Candor and a real mail server, and does to each letter what it is told. */
final class UnreliableLine implements AutoCloseable {

  /** What happens to a letter on its way. */
  enum Fate {
    DELIVERED,
    REFUSED_FOR_NOW,
    REFUSED,
    /** No answer to the address, for as long as the client holds on. */
    HANGS,
    /** The line drops with the letter half through; the server gets nothing of it. */
    DROPPED_ON_THE_WAY,
    /** The server has the letter; the line drops before it can say so. */
    ACCEPTED_AND_DROPPED,
    /** The server says that it has the letter; the line drops before the goodbye. */
    DROPPED_AT_THE_GOODBYE
  }

  private final ServerSocket door;
  private final int behind;
  private final Function<String, Fate> fates;
  private final Map<Fate, AtomicInteger> met = new ConcurrentHashMap<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param behind port of the mail server
   * @param fates by the RCPT command, which names the address
   */
  UnreliableLine(int behind, Function<String, Fate> fates) {
    this.behind = behind;
    this.fates = fates;
    try {
      this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How often somebody came. */
  int opened() {
    return opened.get();
  }

  /** How many letters met this fate. */
  int met(Fate fate) {
    return met.getOrDefault(fate, new AtomicInteger()).get();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void open() {
    try {
      while (true) {
        var client = door.accept();
        opened.incrementAndGet();
        threads.execute(() -> carry(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void carry(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      var commands = reader(client);
      var replies = reader(server);
      pass(replies, client);
      var fate = Fate.DELIVERED;
      for (var line = commands.readLine(); line != null; line = commands.readLine()) {
        if (line.startsWith("RCPT")) {
          fate = fates.apply(line);
          met.computeIfAbsent(fate, any -> new AtomicInteger()).incrementAndGet();
          if (!letThrough(fate, client, commands)) {
            return;
          }
        }
        if (line.equals("DATA") && fate == Fate.DROPPED_ON_THE_WAY) {
          write(client, "354 Go on");
          commands.readLine();
          return;
        }
        write(server, line);
        pass(replies, client);
        if (line.equals("DATA")) {
          for (var body = commands.readLine(); !".".equals(body); body = commands.readLine()) {
            if (body == null) {
              return;
            }
            write(server, body);
          }
          write(server, ".");
          if (fate == Fate.ACCEPTED_AND_DROPPED) {
            replies.readLine();
            return;
          }
          pass(replies, client);
          if (fate == Fate.DROPPED_AT_THE_GOODBYE) {
            return;
          }
        }
      }
    } catch (IOException gone) {
      // One of the two hung up.
    }
  }

  private static boolean letThrough(Fate fate, Socket client, BufferedReader commands)
      throws IOException {
    switch (fate) {
      case REFUSED_FOR_NOW -> write(client, "451 4.3.0 Not now");
      case REFUSED -> write(client, "550 5.1.1 Not here");
      case HANGS -> commands.readLine();
      default -> {
        return true;
      }
    }
    return false;
  }

  /** A reply has several lines, the last with a space after its code. */
  private static void pass(BufferedReader replies, Socket client) throws IOException {
    String line;
    do {
      line = replies.readLine();
      if (line == null) {
        throw new IOException("The mail server hung up");
      }
      write(client, line);
    } while (line.length() > 3 && line.charAt(3) == '-');
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private static void write(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }
}
