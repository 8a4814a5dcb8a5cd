package dev.candor.attachments;

import dev.candor.attachments.internal.KeyRotation;
import java.io.PrintStream;

/**
 * Gives attachments a new master key, without the service: {@code java -jar candor.jar
 * rotate-attachment-key}.
 */
public final class RotateAttachmentKey {

  private RotateAttachmentKey() {}

  /**
   * @param arguments {@code --candor.data-dir=} and {@code --candor.attachments.key-file=} as the
   *     service gets them
   * @param out hears what was done
   * @return 0 when there is a new key, 2 when there is none to replace
   */
  public static int run(String[] arguments, PrintStream out) {
    return KeyRotation.run(arguments, out);
  }
}
