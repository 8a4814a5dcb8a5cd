package dev.candor.intake.internal;

import dev.candor.access.Allowances;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.intake.IntakeSettings;
import dev.candor.notification.Links;
import dev.candor.notification.MailPorts;
import dev.candor.outbox.Outbox;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes a draft of each mail that somebody we know forwarded, and tells them where it is. The box
 * is the queue: a mail is deleted there when its draft is kept and its sender was answered, and one
 * that comes to be taken again is known by its Message-ID. Anybody else is told that nothing was
 * kept, once a day; machines are told nothing.
 */
@Component
class TakingMails implements Outbox {

  /** The policies in the database know it by this name. */
  static final String SERVICE = "flags-by-mail";

  private static final String SUBJECT = "Your mail to Candor";

  private static final String COMPLETE =
      """
      Your mail has become the draft of a flag. Nobody else sees it, and nobody works on it yet.

      Complete it and send it, or throw it away:
      %s

      After 30 days it goes by itself.
      """;

  private static final String UNKNOWN =
      """
      This address takes mails of people who work here, from the address we know of them.
      Nothing of yours was kept.
      """;

  private static final String TOO_LARGE =
      """
      Your mail is larger than %d MB, and nothing of it was kept. Flag the request by the form instead:
      %s
      """;

  private final IntakeBox box;
  private final FlagDraftTable drafts;
  private final MailAnswers answers;
  private final People people;
  private final Links links;
  private final ObjectProvider<MailPorts> builtIn;
  private final MailIntakeSettings settings;
  private final IntakeSettings flags;
  private final Allowances ofPeople;
  private final Allowances ofStrangers = new Allowances(1, Duration.ofDays(1));

  TakingMails(
      IntakeBox box,
      FlagDraftTable drafts,
      MailAnswers answers,
      People people,
      Links links,
      ObjectProvider<MailPorts> builtIn,
      MailIntakeSettings settings,
      IntakeSettings flags) {
    this.box = box;
    this.drafts = drafts;
    this.answers = answers;
    this.people = people;
    this.links = links;
    this.builtIn = builtIn;
    this.settings = settings;
    this.flags = flags;
    this.ofPeople = new Allowances(flags.flagsPerHour(), Duration.ofHours(1));
  }

  /** One look at the box. */
  @Override
  public boolean carryOutOne() {
    try {
      drafts.forgetTheOld();
      box.empty(this::take);
      return false;
    } catch (MessagingException away) {
      throw new IllegalStateException("The intake box cannot be read", away);
    }
  }

  /**
   * @return whether it is done with
   */
  private boolean take(Message message) {
    try {
      var mail = new ForwardedMail(message);
      var from = mail.sender();
      if (from.isEmpty() || mail.isAutomatic()) {
        return true;
      }
      var address = from.get().getAddress();
      var known = known(address);
      if (known.isEmpty()) {
        if (ofStrangers.use(address).isZero()) {
          answers.answer(address, mail.messageId(), SUBJECT, UNKNOWN);
        }
        return true;
      }
      return take(mail, known.get());
    } catch (MessagingException | IOException trouble) {
      throw new IllegalStateException("A mail cannot be read", trouble);
    }
  }

  private boolean take(ForwardedMail mail, Person by) throws MessagingException, IOException {
    builtIn.ifAvailable(server -> server.makeBox(by));
    if (mail.size() > settings.largest().toBytes()) {
      var instead = TOO_LARGE.formatted(settings.largest().toMegabytes(), links.of("/flags/new"));
      answers.answer(by.email(), mail.messageId(), SUBJECT, instead);
      return true;
    }
    if (!ofPeople.use(by.id().value()).isZero()) {
      // It is taken when they may send one again.
      return false;
    }
    var id = drafts.keep(by.id(), mail, flags.longestAsk());
    var link = links.of("/flags/drafts/" + id);
    answers.answer(by.email(), mail.messageId(), SUBJECT, COMPLETE.formatted(link));
    return true;
  }

  private Optional<Person> known(String address) {
    return people.all().stream()
        .filter(person -> person.email().equalsIgnoreCase(address))
        .findFirst();
  }
}
