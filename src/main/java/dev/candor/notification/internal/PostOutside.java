package dev.candor.notification.internal;

import dev.candor.notification.MailOutside;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By the same server as letters to people. */
@Component
class PostOutside implements MailOutside {

  private final JavaMailSender sender;
  private final MailSettings settings;
  private final Clock clock;

  PostOutside(JavaMailSender sender, MailSettings settings, Clock clock) {
    this.sender = sender;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void send(Posting posting) {
    try {
      sender.send(write(posting));
    } catch (Undeliverable undeliverable) {
      throw new NotSent(undeliverable.getMessage());
    } catch (MailException failure) {
      if (!Failures.onlyTheGoodbye(failure)) {
        throw new NotSent(Failures.codeOf(failure));
      }
    } catch (MessagingException unwritable) {
      throw new NotSent(Failures.BAD_HEADER);
    }
  }

  private MimeMessage write(Posting posting) throws MessagingException {
    var message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(Address.of(settings.from()));
    helper.setTo(Address.of(posting.address()));
    helper.setSubject(Address.header(posting.subject()));
    helper.setSentDate(Date.from(clock.instant()));
    helper.setText(posting.text());
    helper.addAttachment(
        Address.header(posting.fileName()),
        new ByteArrayResource(posting.file().getBytes(StandardCharsets.UTF_8)),
        "text/plain; charset=UTF-8");
    message.setHeader("Message-ID", Address.header(posting.messageId()));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }
}
