package dev.candor.notification;

/** Mail to addresses outside, about no case. It is the caller's to try again. */
public interface MailOutside {

  /**
   * Hands it to the mail server.
   *
   * @throws NotSent when the mail server did not take it
   */
  void send(Posting posting);

  /**
   * @param messageId the same at every attempt: {@code <...@candor>}
   * @param file plain text, attached under that name
   */
  record Posting(
      String address,
      String messageId,
      String subject,
      String text,
      String fileName,
      String file) {}

  /** Its message is a code: why it was not sent. */
  class NotSent extends RuntimeException {

    public NotSent(String code) {
      super(code);
    }
  }
}
