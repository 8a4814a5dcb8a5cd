package dev.candor.notification.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.notification.Language;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.MailKind;
import dev.candor.notification.MailPreferences;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code mail_choice*}. Who chose nothing has no row. */
@Component
@Transactional
class MailChoices implements MailPreferences {

  private final JdbcClient jdbc;

  MailChoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public MailChoice of(PersonId person) {
    return of(List.of(person)).getOrDefault(person, MailChoice.DEFAULT);
  }

  /** Of those among them who chose something. */
  Map<PersonId, MailChoice> of(Collection<PersonId> people) {
    return jdbc
        .sql(
            """
            select person, language, digest_hour, kind, delivery
              from mail_choice left join mail_choice_of_kind using (person)
             where person = any (?::text[])
            """)
        .param(people.stream().map(PersonId::value).toArray(String[]::new))
        .query(Chosen.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                chosen -> new PersonId(chosen.person()),
                Collectors.collectingAndThen(Collectors.toList(), MailChoices::choice)));
  }

  @Override
  public void choose(PersonId person, MailChoice choice) {
    jdbc.sql(
            """
            insert into mail_choice (person, language, digest_hour)
            values (:person, :language, :hour)
            on conflict (person)
              do update set language = excluded.language, digest_hour = excluded.digest_hour
            """)
        .param("person", person.value())
        .param("language", choice.language().name())
        .param("hour", choice.digestHour())
        .update();
    choice.deliveries().forEach((kind, delivery) -> choose(person, kind, delivery));
  }

  /** When the next digest of somebody who reads it at this hour is written. */
  static Instant nextDigest(Instant now, int hour, Person reader) {
    var here = now.atZone(reader.zone());
    var today = here.with(LocalTime.of(hour, 0));
    return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
  }

  private void choose(PersonId person, MailKind kind, Delivery delivery) {
    jdbc.sql(
            """
            insert into mail_choice_of_kind (person, kind, delivery) values (?, ?, ?)
            on conflict (person, kind) do update set delivery = excluded.delivery
            """)
        .params(person.value(), kind.name(), delivery.name())
        .update();
  }

  /** One for each kind; one without any for who chose nothing but language and hour. */
  private record Chosen(
      String person,
      Language language,
      int digestHour,
      @Nullable MailKind kind,
      @Nullable Delivery delivery) {}

  private static MailChoice choice(List<Chosen> rows) {
    var deliveries = new EnumMap<MailKind, Delivery>(MailKind.class);
    for (var row : rows) {
      if (row.kind() != null && row.delivery() != null) {
        deliveries.put(row.kind(), row.delivery());
      }
    }
    return new MailChoice(rows.getFirst().language(), rows.getFirst().digestHour(), deliveries);
  }
}
