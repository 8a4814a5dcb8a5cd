package dev.candor.ledger.internal.verify;

import dev.candor.ledger.internal.note.NotASignedHead;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/** A head as somebody kept it: the text alone, or the mail that it came with, saved as it is. */
final class HeadFile {

  private static final Pattern MAIL = Pattern.compile("(?im)\\A(?:.+\\R)*?MIME-Version:");

  private HeadFile() {}

  /**
   * @return a signed note
   * @throws NotASignedHead when it is a mail without one
   */
  static String read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var text = new String(bytes, StandardCharsets.UTF_8);
    return MAIL.matcher(text).find() ? attachedTo(bytes) : text;
  }

  private static String attachedTo(byte[] mail) throws IOException {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      if (message.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          if (isAttached(parts.getBodyPart(i))) {
            return new String(
                parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          }
        }
      }
    } catch (MessagingException e) {
      throw new NotASignedHead("The mail cannot be read");
    }
    throw new NotASignedHead("There is no head with the mail");
  }

  private static boolean isAttached(BodyPart part) throws MessagingException {
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
  }
}
