package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Comments;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code case_comment}, and who may write into it. */
@Component
class DiscussingACase implements Comments {

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final NeedToKnow needToKnow;
  private final MentioningPeople mentioning;
  private final Clock clock;

  DiscussingACase(
      JdbcClient jdbc,
      CaseFiles files,
      NeedToKnow needToKnow,
      MentioningPeople mentioning,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.needToKnow = needToKnow;
    this.mentioning = mentioning;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Comment add(CaseReference reference, String words, Person by) {
    var sight = needToKnow.of(by, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    if (sight != Sight.CONTENT || files.lock(reference).flagger().equals(by.id())) {
      throw new AccessDeniedException("Not theirs to discuss");
    }
    var mentions = mentioning.in(words, reference, by);
    var comment = new Comment(by.id(), words, clock.instant(), mentions);
    var number =
        jdbc.sql(
                """
                insert into case_comment (reference, person, words, at) values (?, ?, ?, ?)
                returning id
                """)
            .params(reference.value(), by.id().value(), words, Timestamp.from(comment.at()))
            .query(Long.class)
            .single();
    mentioning.keep(number, reference, mentions);
    return comment;
  }
}
