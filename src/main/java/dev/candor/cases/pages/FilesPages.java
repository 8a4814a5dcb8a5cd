package dev.candor.cases.pages;

import dev.candor.access.Person;
import dev.candor.cases.CaseAttachments;
import dev.candor.cases.CaseReference;
import dev.candor.web.Times;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the files of a case into words. */
@Component
class FilesPages {

  private final ObjectProvider<CaseAttachments> attachments;
  private final Names names;

  /**
   * @param attachments answered by a module that knows this one, and so is not there when this one
   *     is built alone
   */
  FilesPages(ObjectProvider<CaseAttachments> attachments, Names names) {
    this.attachments = attachments;
    this.names = names;
  }

  FilesPage page(CaseReference reference, Person person, boolean mayAdd) {
    var answering = attachments.getIfAvailable();
    return answering == null
        ? new FilesPage(List.of(), false, size(0), 0)
        : new FilesPage(
            answering.on(reference, person).stream().map(file -> line(file, person)).toList(),
            mayAdd,
            size(answering.largest()),
            answering.largest());
  }

  private FilesPage.Line line(CaseAttachments.File file, Person person) {
    return new FilesPage.Line(
        file.id(),
        file.name(),
        file.kind(),
        size(file.size()),
        names.person(file.by().value()),
        Times.moment(file.at(), person.zone()));
  }

  /** {@code 312 bytes}, {@code 48 KB}, {@code 2.4 MB}: as people tell sizes. */
  static String size(long bytes) {
    if (bytes < 1024) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    return bytes < 1 << 20
        ? Math.round(bytes / 1024.0) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20)).replace(".0 MB", " MB");
  }
}
