package dev.candor.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.intake.IntakeSettings;
import dev.candor.notification.Links;
import dev.candor.notification.MailPorts;
import dev.candor.support.CandorTest;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** A box of its own on the mail server of this JVM, and an allowance of one mail an hour. */
@CandorTest
class TakingMailsTests {

  private static final int AT_A_TIME = 2;

  @Autowired JavaMailSender sender;
  @Autowired ObjectProvider<MailPorts> ports;
  @Autowired FlagDraftTable drafts;
  @Autowired DraftSeals seals;
  @Autowired MailAnswers answers;
  @Autowired People people;
  @Autowired Links links;
  @Autowired MailIntakeSettings usual;
  @Autowired SslBundles bundles;

  private final String word = UUID.randomUUID().toString();
  private final String address = word + "@candor.example";
  private TakingMails mails;

  @BeforeEach
  void lookAtABoxOfItsOwn() {
    var settings =
        new MailIntakeSettings(
            address,
            null,
            usual.port(),
            null,
            null,
            usual.password(),
            usual.folder(),
            usual.interval(),
            usual.largest(),
            AT_A_TIME);
    var oneAnHour = new IntakeSettings(LocalDate.EPOCH, 100, 1);
    var box = new IntakeBox(settings, ports, bundles);
    mails = new TakingMails(box, drafts, answers, people, links, ports, settings, oneAnHour);
    ports.getObject().makeBox(address, settings.password());
  }

  @Test
  void shouldKeepNobodyWaitingForWhoSentMoreThanTheyMay() {
    // given
    send(Stream.generate(() -> mail("communications")).limit(AT_A_TIME + 1));
    send(Stream.of(mail("ops")));
    // when
    Acting.asService(TakingMails.SERVICE, mails::carryOutOne);
    // then
    assertThat(taken("communications")).isOne();
    assertThat(taken("ops")).isOne();
  }

  private SimpleMailMessage mail(String from) {
    var mail = new SimpleMailMessage();
    mail.setFrom(from + "@candor.example");
    mail.setTo(address);
    mail.setSubject(word);
    mail.setText("Words");
    return mail;
  }

  private void send(Stream<SimpleMailMessage> mails) {
    sender.send(mails.toArray(SimpleMailMessage[]::new));
  }

  private long taken(String person) {
    var id = new PersonId(person);
    return Acting.as(people.find(id).orElseThrow(), () -> drafts.of(id)).stream()
        .map(seals::open)
        .filter(draft -> draft.text().subject().equals(word))
        .count();
  }
}
