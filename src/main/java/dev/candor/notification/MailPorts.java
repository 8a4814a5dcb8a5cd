package dev.candor.notification;

import dev.candor.access.Person;

/**
 * Where the mail server of this JVM listens, on loopback. There is such a bean only while no mail
 * server is configured.
 */
public interface MailPorts {

  int smtp();

  int imap();

  /** So that the first letter to somebody finds their own box. */
  void makeBox(Person owner);

  /**
   * A box of nobody, whose login is its address.
   *
   * @param password of that login
   */
  void makeBox(String address, String password);
}
