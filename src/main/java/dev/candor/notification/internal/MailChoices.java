package dev.candor.notification.internal;

import dev.candor.access.PersonId;
import dev.candor.notification.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code mail_choice}: how each person wants their mail. Who chose nothing has no row.
 */
@Component
@Transactional
class MailChoices {

  private final JdbcClient jdbc;

  MailChoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Language languageOf(PersonId person) {
    return jdbc.sql("select language from mail_choice where person = ?")
        .param(person.value())
        .query(Language.class)
        .optional()
        .orElse(Language.ENGLISH);
  }

  void choose(PersonId person, Language language) {
    jdbc.sql(
            """
            insert into mail_choice (person, language) values (:person, :language)
            on conflict (person) do update set language = excluded.language
            """)
        .param("person", person.value())
        .param("language", language.name())
        .update();
  }
}
