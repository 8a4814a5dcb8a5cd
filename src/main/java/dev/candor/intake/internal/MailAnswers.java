package dev.candor.intake.internal;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Answers a mail to the intake, in words of ours alone, so that machines do not answer again. */
@Component
class MailAnswers {

  private final JavaMailSender sender;
  private final String from;

  MailAnswers(JavaMailSender sender, @Value("${candor.mail.from:candor@localhost}") String from) {
    this.sender = sender;
    this.from = from;
  }

  /**
   * @param to one address and no name
   * @param about the Message-ID of what is answered, if it has one
   * @throws org.springframework.mail.MailException when the mail server does not take it
   */
  void answer(String to, Optional<String> about, String subject, String text) {
    try {
      var letter = sender.createMimeMessage();
      var helper = new MimeMessageHelper(letter, false, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(to);
      helper.setSubject(subject);
      helper.setText(text);
      letter.setHeader("Auto-Submitted", "auto-replied");
      if (about.isPresent()) {
        letter.setHeader("In-Reply-To", about.get());
        letter.setHeader("References", about.get());
      }
      sender.send(letter);
    } catch (MessagingException unwritable) {
      throw new IllegalStateException("The answer cannot be written", unwritable);
    }
  }
}
