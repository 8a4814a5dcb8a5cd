package dev.candor.notification.internal;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.candor.access.Person;
import dev.candor.notification.MailPorts;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMTP and IMAP server in this JVM, on loopback, in memory. One box per person, made when it is
 * first needed: the login is the person's, the password that of the demonstration people.
 */
class BuiltInMailServer implements MailPorts {

  static final String ADDRESS = "127.0.0.1";

  private static final String PASSWORD = "candor";
  private static final Logger log = LoggerFactory.getLogger(BuiltInMailServer.class);

  private final GreenMail server;

  private BuiltInMailServer(GreenMail server) {
    this.server = server;
  }

  /**
   * @throws MailPortInUse when one of the ports is taken
   */
  static BuiltInMailServer start(MailSettings settings) {
    refuseTaken(settings.smtpPort(), "candor.mail.smtp-port");
    refuseTaken(settings.imapPort(), "candor.mail.imap-port");
    var server =
        new GreenMail(
            new ServerSetup[] {
              setup(settings.smtpPort(), ServerSetup.PROTOCOL_SMTP),
              setup(settings.imapPort(), ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    var started = new BuiltInMailServer(server);
    log.info(
        "Mail stays in this JVM: SMTP on port {}, IMAP on port {}", started.smtp(), started.imap());
    return started;
  }

  void stop() {
    server.stop();
  }

  @Override
  public int smtp() {
    return server.getSmtp().getPort();
  }

  @Override
  public int imap() {
    return server.getImap().getPort();
  }

  @Override
  public synchronized void makeBox(String address, String password) {
    if (server.getUserManager().getUserByEmail(address) == null) {
      server.setUser(address, address, password);
    }
  }

  @Override
  public synchronized void makeBox(Person owner) {
    if (server.getUserManager().getUserByEmail(owner.email()) == null) {
      server.setUser(owner.email(), owner.id().value(), PASSWORD);
    }
  }

  /** Newest first. */
  List<MimeMessage> mailOf(Person owner) {
    makeBox(owner);
    var messages = new ArrayList<MimeMessage>();
    try {
      var user = server.getUserManager().getUserByEmail(owner.email());
      for (StoredMessage message :
          server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
        messages.addFirst(message.getMimeMessage());
      }
    } catch (FolderException e) {
      throw new IllegalStateException("The box cannot be read", e);
    }
    return messages;
  }

  private static ServerSetup setup(int port, String protocol) {
    var setup = new ServerSetup(port, ADDRESS, protocol);
    setup.setServerStartupTimeout(10_000);
    return setup;
  }

  private static void refuseTaken(int port, String property) {
    try (var probe = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
      log.trace("Port {} is free", probe.getLocalPort());
    } catch (IOException e) {
      throw new MailPortInUse(port, property);
    }
  }
}
