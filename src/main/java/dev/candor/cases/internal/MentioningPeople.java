package dev.candor.cases.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Comments.Mention;
import dev.candor.cases.Comments.NotForThem;
import dev.candor.cases.Mentions;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.WrittenMentions.Written;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code case_mention}, and the letters to those who stand in it. */
@Component
@Transactional
class MentioningPeople implements Mentions {

  private final JdbcClient jdbc;
  private final Discussants discussants;
  private final NeedToKnow needToKnow;
  private final People people;
  private final Mails mails;
  private final Clock clock;

  MentioningPeople(
      JdbcClient jdbc,
      Discussants discussants,
      NeedToKnow needToKnow,
      People people,
      Mails mails,
      Clock clock) {
    this.jdbc = jdbc;
    this.discussants = discussants;
    this.needToKnow = needToKnow;
    this.people = people;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Whom these words mention, without who wrote them.
   *
   * @throws NotForThem when one of them, by full name, takes no part in the discussion
   */
  List<Mention> in(String words, CaseReference reference, Person by) {
    if (words.indexOf('@') < 0) {
      return List.of();
    }
    var readers = discussants.of(reference).stream().map(Person::id).collect(Collectors.toSet());
    Map<PersonId, Mention> mentions = new LinkedHashMap<>();
    for (var written : WrittenMentions.in(words, people.all())) {
      for (var person : meant(written, readers)) {
        if (!person.equals(by.id())) {
          mentions.putIfAbsent(person, new Mention(person, written.written()));
        }
      }
    }
    return List.copyOf(mentions.values());
  }

  /** In the transaction that keeps the comment. */
  void keep(long comment, CaseReference reference, List<Mention> mentions) {
    for (var mention : mentions) {
      jdbc.sql("insert into case_mention (comment, person, reference, written) values (?, ?, ?, ?)")
          .params(comment, mention.person().value(), reference.value(), mention.written())
          .update();
    }
    if (!mentions.isEmpty()) {
      var mentioned = mentions.stream().map(Mention::person).toList();
      mails.tell(Notice.MENTIONED, reference.value(), mentioned, "comment-" + comment);
    }
  }

  /** By the number of the comment in which they stand. */
  Map<Long, List<Mention>> on(CaseReference reference) {
    return jdbc
        .sql(
            "select comment, person, written from case_mention where reference = ? order by person")
        .param(reference.value())
        .query(
            (row, number) ->
                Map.entry(
                    row.getLong("comment"),
                    new Mention(new PersonId(row.getString("person")), row.getString("written"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Reader> readers(CaseReference reference, Person by) {
    if (needToKnow.of(by, reference) == Sight.NONE) {
      throw new UnknownCase();
    }
    var readers = discussants.of(reference);
    if (readers.stream().noneMatch(reader -> reader.id().equals(by.id()))) {
      throw new AccessDeniedException("Not theirs to discuss");
    }
    return readers.stream()
        .filter(reader -> !reader.id().equals(by.id()))
        .map(reader -> new Reader(reader.id(), reader.name(), "@" + nameOf(reader, readers)))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseReference> unread(Person person) {
    return jdbc.sql(
            """
            select reference from case_mention where person = ? and read_at is null
             group by reference order by max(comment) desc
            """)
        .param(person.id().value())
        .query((row, number) -> new CaseReference(row.getString(1)))
        .list();
  }

  @Override
  public void read(CaseReference reference, Person person, Collection<Instant> saidAt) {
    if (saidAt.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update case_mention set read_at = :now
             where reference = :reference and person = :person and read_at is null
               and comment in (select id from case_comment where reference = :reference and at in (:saidAt))
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("reference", reference.value())
        .param("person", person.id().value())
        .param("saidAt", saidAt.stream().map(Timestamp::from).toList())
        .update();
  }

  /**
   * Of several with one name, those who take part. One word that names nobody of them is left as
   * text: accounts, which cases are about, are written so.
   */
  private static List<PersonId> meant(Written written, Set<PersonId> readers) {
    var meant = written.people().stream().map(Person::id).filter(readers::contains).toList();
    if (meant.isEmpty() && written.written().indexOf(' ') >= 0) {
      throw new NotForThem();
    }
    return meant;
  }

  private static String nameOf(Person reader, List<Person> readers) {
    var sameName = readers.stream().filter(other -> other.name().equals(reader.name())).count();
    return sameName == 1 ? reader.name() : reader.id().value();
  }
}
