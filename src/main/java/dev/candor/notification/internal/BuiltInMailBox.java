package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.notification.MailBox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class BuiltInMailBox implements MailBox {

  private final BuiltInMailServer server;
  private final People people;

  BuiltInMailBox(BuiltInMailServer server, People people) {
    this.server = server;
    this.people = people;
  }

  @Override
  public List<Mail> of(PersonId owner) {
    return people.find(owner).map(server::mailOf).orElse(List.of()).stream()
        .map(BuiltInMailBox::read)
        .toList();
  }

  @Override
  public Optional<Mail> find(PersonId owner, String id) {
    return of(owner).stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  private static Mail read(MimeMessage message) {
    try {
      return new Mail(
          message.getMessageID().replaceAll("[<>]", ""),
          message.getHeader("From", ", "),
          message.getHeader("To", ", "),
          message.getSubject(),
          Objects.requireNonNullElse(message.getHeader("Content-Language", null), ""),
          part(message, "text/plain"),
          part(message, "text/html"),
          message.getSentDate().toInstant());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A mail cannot be read", e);
    }
  }

  /** What is not in several parts is text. */
  private static String part(MimeMessage message, String type)
      throws MessagingException, IOException {
    if (!(message.getContent() instanceof MimeMultipart parts)) {
      return message.isMimeType(type) ? message.getContent().toString() : "";
    }
    for (var i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).isMimeType(type)) {
        return parts.getBodyPart(i).getContent().toString();
      }
    }
    return "";
  }
}
