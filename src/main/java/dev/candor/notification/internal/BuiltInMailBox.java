package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.notification.MailBox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
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
          message.getContent().toString(),
          message.getSentDate().toInstant());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A mail cannot be read", e);
    }
  }
}
