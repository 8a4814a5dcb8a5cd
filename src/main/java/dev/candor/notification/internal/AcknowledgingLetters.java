package dev.candor.notification.internal;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.notification.Acknowledging;
import dev.candor.notification.Language;
import dev.candor.notification.Mails.Notice;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes by the link alone: whoever has it has the letter, and learns no more than it says. */
@Component
class AcknowledgingLetters implements Acknowledging {

  private static final String READ =
      "select notice, reference, person, seen_at from mail_outbox where id = :letter";
  private static final String SEE =
      """
      update mail_outbox set seen_at = coalesce(seen_at, :now) where id = :letter
      returning notice, reference, person, seen_at
      """;

  private final SeenLinks links;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final People people;
  private final WhoMayHear mayHear;
  private final MailChoices choices;
  private final LetterWriter writer;

  AcknowledgingLetters(
      SeenLinks links,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      People people,
      WhoMayHear mayHear,
      MailChoices choices,
      LetterWriter writer) {
    this.links = links;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.people = people;
    this.mayHear = mayHear;
    this.choices = choices;
    this.writer = writer;
  }

  @Override
  public Optional<SignedLetter> read(String link) {
    return links.letterOf(link).flatMap(letter -> row(READ, letter)).flatMap(this::shown);
  }

  @Override
  public Optional<SignedLetter> acknowledge(String link) {
    return read(link)
        .flatMap(known -> links.letterOf(link))
        .flatMap(letter -> row(SEE, letter))
        .flatMap(this::shown);
  }

  private Optional<Row> row(String sql, UUID letter) {
    return Acting.asService(
        Deliveries.SERVICE,
        () ->
            transaction.execute(
                status ->
                    jdbc.sql(sql)
                        .param("letter", letter)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Row.class)
                        .optional()));
  }

  private Optional<SignedLetter> shown(Row row) {
    return people
        .find(new PersonId(row.person()))
        .filter(reader -> mayHear.of(row.notice(), row.reference(), reader))
        .map(reader -> shown(row, choices.of(reader.id()).language()));
  }

  private SignedLetter shown(Row row, Language language) {
    return new SignedLetter(
        row.reference(),
        writer.sentence(row.notice(), language),
        language,
        LetterWriter.placeOf(row.notice(), row.reference()),
        writer.word(LetterWriter.isAboutATask(row.notice()) ? "open.task" : "open.case", language),
        row.seenAt() != null,
        writer.word("seen.question", language),
        writer.word("seen.button", language),
        writer.word("seen.noted", language));
  }

  private record Row(Notice notice, String reference, String person, @Nullable Instant seenAt) {}
}
