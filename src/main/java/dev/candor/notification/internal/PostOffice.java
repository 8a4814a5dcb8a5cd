package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Writes a mail and hands it to the mail server, with the same Message-ID at every attempt. */
@Component
class PostOffice {

  private static final String UTF_8 = "UTF-8";

  private final JavaMailSender sender;
  private final ObjectProvider<BuiltInMailServer> builtIn;
  private final People people;
  private final WhoMayHear mayHear;
  private final LetterWriter writer;
  private final Digests digests;
  private final MailChoices choices;
  private final MailSettings settings;
  private final Clock clock;

  PostOffice(
      JavaMailSender sender,
      ObjectProvider<BuiltInMailServer> builtIn,
      People people,
      WhoMayHear mayHear,
      LetterWriter writer,
      Digests digests,
      MailChoices choices,
      MailSettings settings,
      Clock clock) {
    this.sender = sender;
    this.builtIn = builtIn;
    this.people = people;
    this.mayHear = mayHear;
    this.writer = writer;
    this.digests = digests;
    this.choices = choices;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @return false when it was not sent, because its reader must not know of the case any more
   * @throws Undeliverable when the mail server did not take it
   */
  boolean send(OutgoingMail mail) {
    var person =
        people
            .find(new PersonId(mail.person()))
            .orElseThrow(() -> new Undeliverable(Failures.NO_SUCH_PERSON, true));
    var news =
        mail.news().map(List::of).orElseGet(() -> digests.in(mail.id())).stream()
            .filter(one -> mayHear.of(one.notice(), one.reference(), person))
            .toList();
    if (news.isEmpty()) {
      return false;
    }
    var address = Address.of(person.email());
    builtIn.ifAvailable(server -> server.makeBox(person));
    try {
      sender.send(write(mail, news, person, address));
      return true;
    } catch (MailException failure) {
      if (Failures.onlyTheGoodbye(failure)) {
        return true;
      }
      throw new Undeliverable(Failures.codeOf(failure), false);
    } catch (MessagingException unwritable) {
      throw new Undeliverable(Failures.BAD_HEADER, true);
    }
  }

  private MimeMessage write(
      OutgoingMail mail, List<News> news, Person reader, InternetAddress address)
      throws MessagingException {
    var language = choices.of(reader.id()).language();
    var letter =
        mail.news()
            .map(one -> writer.write(one, language, reader.zone()))
            .orElseGet(() -> writer.writeDigest(news, language, reader.zone()));
    var message = sender.createMimeMessage();
    message.setFrom(Address.of(settings.from()));
    message.setRecipient(RecipientType.TO, address);
    message.setSubject(Address.header(letter.subject()), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", Address.header(mail.messageId()));
    // All letters on a case answer one that was never sent: that makes them one conversation.
    var thread =
        Address.header("<%s@candor>".formatted(mail.news().map(News::reference).orElse("digest")));
    message.setHeader("In-Reply-To", thread);
    message.setHeader("References", thread);
    message.setHeader("Content-Language", language.code());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    return message;
  }

  private static MimeBodyPart part(String content, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, UTF_8, kind);
    return part;
  }
}
