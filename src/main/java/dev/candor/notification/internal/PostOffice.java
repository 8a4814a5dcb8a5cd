package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.notification.Reports;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Writes a mail and hands it to the mail server, with the same Message-ID at every attempt. */
@Component
class PostOffice {

  private static final String UTF_8 = "UTF-8";

  private final JavaMailSenderImpl sender;
  private final @Nullable BuiltInMailServer builtIn;
  private final People people;
  private final WhoMayHear mayHear;
  private final Reports reports;
  private final LetterWriter writer;
  private final Digests digests;
  private final MailSettings settings;
  private final Clock clock;

  PostOffice(
      JavaMailSenderImpl sender,
      ObjectProvider<BuiltInMailServer> builtIn,
      People people,
      WhoMayHear mayHear,
      Reports reports,
      LetterWriter writer,
      Digests digests,
      MailSettings settings,
      Clock clock) {
    this.sender = sender;
    this.builtIn = builtIn.getIfAvailable();
    this.people = people;
    this.mayHear = mayHear;
    this.reports = reports;
    this.writer = writer;
    this.digests = digests;
    this.settings = settings;
    this.clock = clock;
  }

  /** For letters one after the other. */
  MailLine line() {
    return new MailLine(sender);
  }

  /**
   * For letters to one reader that go one after the other.
   *
   * @param letters all of them
   */
  HeardAtOnce heard(List<OutgoingMail> letters) {
    return new HeardAtOnce(mayHear, clock, letters);
  }

  /**
   * @return false when it was not sent, because its reader must not know of the case any more
   * @throws Undeliverable when the mail server did not take it
   */
  boolean send(OutgoingMail mail, HeardAtOnce heard, MailLine line) {
    var person =
        people
            .find(new PersonId(mail.person()))
            .orElseThrow(() -> new Undeliverable(Failures.NO_SUCH_PERSON, true));
    var letter = letter(mail, heard, person);
    if (letter.isEmpty()) {
      return false;
    }
    var message = written(mail, letter.get(), Address.of(person.email()));
    if (builtIn != null) {
      builtIn.makeBox(person);
    }
    try {
      line.send(message);
      return true;
    } catch (MessagingException failure) {
      throw new Undeliverable(Failures.codeOf(failure), false);
    }
  }

  /** Empty when there is nothing in it that its reader may hear. */
  private Optional<Letter> letter(OutgoingMail mail, HeardAtOnce heard, Person reader) {
    var language = mail.language();
    if (mail.report() != null) {
      return reports
          .of(mail.report(), mail.occasion(), reader)
          .map(report -> writer.write(mail.report(), report, language));
    }
    var news = heard.of(mail.news().map(List::of).orElseGet(() -> digests.in(mail.id())), reader);
    if (news.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        mail.news().isPresent()
            ? writer.write(news.getFirst(), language, reader.zone())
            : writer.writeDigest(news, language, reader.zone()));
  }

  private MimeMessage written(OutgoingMail mail, Letter letter, InternetAddress address) {
    try {
      return write(mail, letter, address);
    } catch (MessagingException unwritable) {
      throw new Undeliverable(Failures.BAD_HEADER, true);
    }
  }

  private MimeMessage write(OutgoingMail mail, Letter letter, InternetAddress address)
      throws MessagingException {
    var message = sender.createMimeMessage();
    message.setFrom(Address.of(settings.from()));
    message.setRecipient(RecipientType.TO, address);
    message.setSubject(Address.header(letter.subject()), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    // All letters on a case answer one that was never sent: that makes them one conversation.
    var thread = Address.header("<%s@candor>".formatted(thread(mail)));
    message.setHeader("In-Reply-To", thread);
    message.setHeader("References", thread);
    message.setHeader("Content-Language", mail.language().code());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    message.saveChanges();
    // After that, which gives it one of its own.
    message.setHeader("Message-ID", Address.header(mail.messageId()));
    return message;
  }

  private static String thread(OutgoingMail mail) {
    return mail.report() != null
        ? mail.report().name()
        : mail.news().map(News::reference).orElse("digest");
  }

  private static MimeBodyPart part(String content, String kind) throws MessagingException {
    // As bytes, which are written at once; characters are written one by one.
    var bytes =
        new ByteArrayDataSource(
            content.getBytes(StandardCharsets.UTF_8), "text/" + kind + "; charset=" + UTF_8);
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(bytes));
    return part;
  }
}
