package dev.candor.notification;

/**
 * Where the mail server of this JVM listens, on loopback. There is such a bean only while no mail
 * server is configured.
 */
public interface MailPorts {

  int smtp();

  int imap();
}
