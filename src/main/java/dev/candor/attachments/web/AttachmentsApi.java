package dev.candor.attachments.web;

import dev.candor.access.CurrentPerson;
import dev.candor.attachments.Attachments;
import dev.candor.attachments.web.AttachmentAnswers.AttachmentJson;
import dev.candor.web.FileToSave;
import dev.candor.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The files of a case over HTTP; its page's script and links send and open them alike. */
@RestController
class AttachmentsApi {

  private static final String OF_THE_API = "/api/cases/{reference}/attachments";
  private static final String OF_THE_PAGE = "/cases/{reference}/attachments";

  private final Attachments attachments;
  private final CurrentPerson currentPerson;

  AttachmentsApi(Attachments attachments, CurrentPerson currentPerson) {
    this.attachments = attachments;
    this.currentPerson = currentPerson;
  }

  @GetMapping(OF_THE_API)
  Page<AttachmentJson> list(@PathVariable String reference) {
    var files =
        attachments.of(AttachmentAnswers.reference(reference), currentPerson.get()).stream()
            .map(AttachmentJson::of)
            .toList();
    return new Page<>(files, files.size(), 0, Math.max(files.size(), 1));
  }

  /**
   * The body is the file, and is never whole in memory.
   *
   * @param name what it is called
   */
  @PostMapping(
      path = {OF_THE_API, OF_THE_PAGE},
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  AttachmentJson add(
      @PathVariable String reference, @RequestParam String name, HttpServletRequest request)
      throws IOException {
    return AttachmentJson.of(
        attachments.add(
            AttachmentAnswers.reference(reference),
            currentPerson.get(),
            name,
            request.getInputStream()));
  }

  @GetMapping({OF_THE_API + "/{id}", OF_THE_PAGE + "/{id}"})
  FileToSave open(@PathVariable String reference, @PathVariable String id) {
    return AttachmentAnswers.toSave(
        attachments.open(
            AttachmentAnswers.reference(reference), currentPerson.get(), AttachmentAnswers.id(id)));
  }
}
