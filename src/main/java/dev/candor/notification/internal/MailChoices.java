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
import java.util.EnumMap;
import java.util.Map;
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
    return jdbc.sql("select language, digest_hour from mail_choice where person = ?")
        .param(person.value())
        .query(
            (row, number) ->
                new MailChoice(
                    Language.valueOf(row.getString("language")),
                    row.getInt("digest_hour"),
                    deliveries(person)))
        .optional()
        .orElse(MailChoice.DEFAULT);
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

  private Map<MailKind, Delivery> deliveries(PersonId person) {
    var deliveries = new EnumMap<MailKind, Delivery>(MailKind.class);
    jdbc.sql("select kind, delivery from mail_choice_of_kind where person = ?")
        .param(person.value())
        .query(
            row -> {
              deliveries.put(
                  MailKind.valueOf(row.getString("kind")),
                  Delivery.valueOf(row.getString("delivery")));
            });
    return deliveries;
  }
}
