package dev.candor.notification.internal;

/** Somebody else listens where the mail server of this JVM should. */
class MailPortInUse extends RuntimeException {

  private final String property;

  MailPortInUse(int port, String property) {
    super("Port " + port + " (" + property + ") is in use");
    this.property = property;
  }

  String property() {
    return property;
  }
}
