package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;

/** The files of a case. The module of attachments answers it; the register only asks. */
public interface CaseAttachments {

  /** Those that this person may see, earliest first. */
  List<File> on(CaseReference reference, Person viewer);

  /** The largest file that is taken, in bytes. */
  long largest();

  /**
   * @param kind in words, such as "PDF document"
   * @param size in bytes
   */
  record File(
      String id, String name, String kind, long size, String sha256, PersonId by, Instant at) {}
}
