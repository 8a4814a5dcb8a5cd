package dev.candor.intake.internal;

import dev.candor.notification.MailPorts;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Reads the intake box by IMAP: the configured one, or one of the server in this JVM. */
@Component
class IntakeBox {

  private static final Logger log = LoggerFactory.getLogger(IntakeBox.class);

  private static final String PATIENCE_MILLIS = "20000";

  private final MailIntakeSettings settings;
  private final ObjectProvider<MailPorts> builtIn;
  private final SslBundles bundles;

  IntakeBox(MailIntakeSettings settings, ObjectProvider<MailPorts> builtIn, SslBundles bundles) {
    this.settings = settings;
    this.builtIn = builtIn;
    this.bundles = bundles;
  }

  /**
   * Earliest first, until some were taken or all were asked for; those for which the answer is yes
   * are deleted, the others stay for the next time. However many stay, and whatever trouble is with
   * one, keeps nobody from the others.
   *
   * @throws MessagingException when the server cannot be spoken to
   */
  void empty(Predicate<Message> taken) throws MessagingException {
    var server = builtIn.getIfAvailable();
    if (settings.host() == null && server == null) {
      return;
    }
    try (var store = connected(server);
        var folder = store.getFolder(settings.folder())) {
      folder.open(Folder.READ_WRITE);
      var messages = folder.getMessages();
      var done = 0;
      // Where the server went away, none of the others can be read either.
      for (var at = 0; at < messages.length && done < settings.atATime() && folder.isOpen(); at++) {
        if (at % settings.atATime() == 0) {
          readAhead(folder, messages, at);
        }
        if (isTaken(messages[at], taken)) {
          messages[at].setFlag(Flags.Flag.DELETED, true);
          done++;
        }
      }
    }
  }

  /** In one answer of the server. What it cannot tell of all of them is asked of each. */
  private void readAhead(Folder folder, Message[] messages, int from) throws MessagingException {
    var some =
        Arrays.copyOfRange(messages, from, Math.min(from + settings.atATime(), messages.length));
    try {
      folder.fetch(some, ForwardedMail.BEFORE_ITS_CONTENT);
    } catch (MessagingException trouble) {
      if (!folder.isOpen()) {
        throw trouble;
      }
      log.warn("Mails to the intake are read one by one: {}", trouble.getClass().getName());
    }
  }

  private static boolean isTaken(Message message, Predicate<Message> taken) {
    try {
      return taken.test(message);
    } catch (RuntimeException trouble) {
      log.warn("A mail to the intake stays where it is: {}", trouble.getClass().getName());
      return false;
    }
  }

  private Store connected(MailPorts server) throws MessagingException {
    var protocol = settings.host() == null ? "imap" : "imaps";
    var properties = new Properties();
    for (var kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail." + protocol + "." + kind, PATIENCE_MILLIS);
    }
    // Nothing of a mail is read before it is known how large it is.
    properties.setProperty("mail." + protocol + ".partialfetch", "true");
    if (settings.sslBundle() != null) {
      var trusting = bundles.getBundle(settings.sslBundle()).createSslContext().getSocketFactory();
      properties.put("mail." + protocol + ".ssl.socketFactory", trusting);
    }
    var store = Session.getInstance(properties).getStore(protocol);
    if (settings.host() == null) {
      server.makeBox(settings.address(), settings.password());
      store.connect("127.0.0.1", server.imap(), settings.address(), settings.password());
    } else {
      store.connect(settings.host(), settings.port(), settings.login(), settings.password());
    }
    return store;
  }
}
