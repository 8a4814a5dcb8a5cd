package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import jakarta.mail.MessagingException;
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
            .orElseThrow(() -> new Undeliverable("NO_SUCH_PERSON", true));
    builtIn.ifAvailable(server -> server.makeBox(person));
    try {
      sender.send(write(mail, person.email()));
    } catch (MailException | MessagingException e) {
      throw new Undeliverable(e.getClass().getSimpleName(), false);
    }
  }

  private MimeMessage write(OutgoingMail mail, String address) throws MessagingException {
    var letter = Letter.about(mail.notice(), mail.reference(), publicUrl.ofCase(mail.reference()));
    var message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, "UTF-8");
    helper.setFrom(settings.from());
    helper.setTo(address);
    helper.setSubject(letter.subject());
    helper.setText(letter.text());
    helper.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", mail.messageId());
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The message is a code. */
  static class Undeliverable extends RuntimeException {

    private final boolean forGood;

    Undeliverable(String code, boolean forGood) {
      super(code);
      this.forGood = forGood;
    }

    boolean forGood() {
      return forGood;
    }
  }
}
