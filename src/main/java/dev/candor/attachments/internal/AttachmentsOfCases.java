package dev.candor.attachments.internal;

import dev.candor.access.Person;
import dev.candor.attachments.Attachment;
import dev.candor.attachments.AttachmentSettings;
import dev.candor.attachments.Attachments;
import dev.candor.cases.CaseAttachments;
import dev.candor.cases.CaseReference;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AttachmentsOfCases implements CaseAttachments {

  private final Attachments attachments;
  private final AttachmentSettings settings;

  AttachmentsOfCases(Attachments attachments, AttachmentSettings settings) {
    this.attachments = attachments;
    this.settings = settings;
  }

  @Override
  public List<File> on(CaseReference reference, Person viewer) {
    return attachments.of(reference, viewer).stream().map(AttachmentsOfCases::shown).toList();
  }

  @Override
  public long largest() {
    return settings.largest().toBytes();
  }

  private static File shown(Attachment file) {
    return new File(
        file.id().toString(),
        file.name(),
        file.kind().words(),
        file.size(),
        file.sha256(),
        file.by(),
        file.at());
  }
}
