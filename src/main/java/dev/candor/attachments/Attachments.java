package dev.candor.attachments;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * The files of a case. Who sees its content sees all of them; its flagger those they sent. What is
 * added and opened is in the ledger, by its hash.
 *
 * <p>All methods throw {@link dev.candor.cases.UnknownCase} when there is no such case, or none
 * that this person may know of.
 */
public interface Attachments {

  /**
   * Reads the content once, to its end.
   *
   * @throws NotTaken when it is not taken; nothing is kept then
   * @throws IOException when it cannot be read to its end; nothing is kept then
   */
  Attachment add(CaseReference reference, Person by, String name, InputStream content)
      throws IOException;

  /** Earliest first. */
  List<Attachment> of(CaseReference reference, Person viewer);

  /**
   * Notes that it is opened, whatever is read of it.
   *
   * @throws UnknownAttachment when there is none, or none that this person may see
   */
  Opened open(CaseReference reference, Person by, UUID id);

  record Opened(Attachment attachment, Content content) {}

  /** What is in it; every stream is to be closed. */
  @FunctionalInterface
  interface Content {

    /**
     * @return a stream that fails where the file is not what was written
     */
    InputStream read() throws IOException;
  }
}
