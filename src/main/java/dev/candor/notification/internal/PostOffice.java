package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes a mail and hands it to the mail server, with the same Message-ID at every attempt. */
@Component
class PostOffice {

  private final JavaMailSender sender;
  private final ObjectProvider<BuiltInMailServer> builtIn;
  private final People people;
  private final PublicUrl publicUrl;
  private final MailSettings settings;
  private final Clock clock;

  PostOffice(
      JavaMailSender sender,
      ObjectProvider<BuiltInMailServer> builtIn,
      People people,
      PublicUrl publicUrl,
      MailSettings settings,
      Clock clock) {
    this.sender = sender;
    this.builtIn = builtIn;
    this.people = people;
    this.publicUrl = publicUrl;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @throws Undeliverable when the mail server did not take it
   */
  void send(OutgoingMail mail) {
    var person =
        people
            .find(new PersonId(mail.person()))
            .orElseThrow(() -> new Undeliverable(Failures.NO_SUCH_PERSON, true));
    var address = Address.of(person.email());
    builtIn.ifAvailable(server -> server.makeBox(person));
    try {
      sender.send(write(mail, address));
    } catch (MailException failure) {
      if (!Failures.onlyTheGoodbye(failure)) {
        throw new Undeliverable(Failures.codeOf(failure), false);
      }
    } catch (MessagingException unwritable) {
      throw new Undeliverable(Failures.BAD_HEADER, true);
    }
  }

  private MimeMessage write(OutgoingMail mail, InternetAddress address) throws MessagingException {
    var letter = Letter.about(mail.notice(), mail.reference(), publicUrl.ofCase(mail.reference()));
    var message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, "UTF-8");
    helper.setFrom(Address.of(settings.from()));
    helper.setTo(address);
    helper.setSubject(Address.header(letter.subject()));
    helper.setText(letter.text());
    helper.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", Address.header(mail.messageId()));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }
}
