package dev.candor.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * A line to the mail server for letters one after the other: to connect, with TLS and signing in,
 * takes longer than a letter. It is opened for the first letter, and anew when the server hung up
 * between two. After a letter that the server did not take it is closed.
 */
final class MailLine {

  private final JavaMailSenderImpl server;
  private volatile @Nullable Transport transport;

  /**
   * @param server how to get there
   */
  MailLine(JavaMailSenderImpl server) {
    this.server = server;
  }

  /**
   * Returns when the server has taken it.
   *
   * @param message whose headers are complete
   */
  void send(MimeMessage message) throws MessagingException {
    var isTaken = false;
    try {
      open().sendMessage(message, message.getAllRecipients());
      isTaken = true;
    } finally {
      // Who was given up on while the server took it is heard by nobody.
      if (!isTaken || Thread.currentThread().isInterrupted()) {
        hangUp();
      }
    }
  }

  /**
   * By whoever is at it and by whoever gave up on it. What goes wrong with the goodbye changes
   * nothing: the server has what it took.
   */
  void hangUp() {
    var open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException isGone) {
        // It hung up first.
      }
    }
  }

  private Transport open() throws MessagingException {
    var known = transport;
    if (known != null && known.isConnected()) {
      return known;
    }
    hangUp();
    var opened = connected();
    transport = opened;
    return opened;
  }

  private Transport connected() throws MessagingException {
    var session = server.getSession();
    var protocol = protocol(session);
    // The server is not waited for once it has its letters.
    session.getProperties().putIfAbsent("mail.%s.quitwait".formatted(protocol), "false");
    var line = session.getTransport(protocol);
    line.connect(
        server.getHost(), server.getPort(), given(server.getUsername()), server.getPassword());
    return line;
  }

  private String protocol(Session session) {
    return Objects.requireNonNullElseGet(
        server.getProtocol(),
        () ->
            Objects.requireNonNullElse(
                session.getProperty("mail.transport.protocol"),
                JavaMailSenderImpl.DEFAULT_PROTOCOL));
  }

  private static @Nullable String given(@Nullable String user) {
    return StringUtils.hasLength(user) ? user : null;
  }
}
