package dev.candor.attachments;

/** There is no such attachment on the case, or none that this person may see. */
public class UnknownAttachment extends RuntimeException {

  public UnknownAttachment() {
    super("There is no such attachment");
  }
}
