package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;

/** Cases that somebody found to belong together. Each of the two then names the other. */
public interface LinkedCases {

  /**
   * @throws UnknownCase when there is none, or none that they may know of
   * @throws org.springframework.security.access.AccessDeniedException when they do not see its
   *     content
   * @throws NotKnown when they do not see the content of the other one, or there is none
   * @throws dev.candor.web.RefusedByRule when they are linked already, or are the same
   */
  Link link(CaseReference reference, CaseReference other, Person by);

  record Link(String reference, PersonId by, Instant at) {}

  /** There is no such case, as far as they may know. */
  final class NotKnown extends RuntimeException {

    public NotKnown() {
      super("Must be the reference of a case whose content you see");
    }
  }
}
