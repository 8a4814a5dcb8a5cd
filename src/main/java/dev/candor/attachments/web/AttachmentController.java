package dev.candor.attachments.web;

import dev.candor.access.CurrentPerson;
import dev.candor.attachments.Attachments;
import dev.candor.attachments.NotTaken;
import dev.candor.cases.CaseReference;
import dev.candor.web.Message;
import dev.candor.web.PageBesideACase;
import dev.candor.web.RefusedByRule;
import dev.candor.web.WayBack;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a case as a form without scripts sends them. */
@Controller
class AttachmentController {

  private final Attachments attachments;
  private final PageBesideACase beside;
  private final CurrentPerson currentPerson;

  AttachmentController(
      Attachments attachments, PageBesideACase beside, CurrentPerson currentPerson) {
    this.attachments = attachments;
    this.beside = beside;
    this.currentPerson = currentPerson;
  }

  @PostMapping(
      path = "/cases/{reference}/attachments",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String add(
      @PathVariable String reference,
      @RequestParam(name = "files", required = false) List<MultipartFile> files,
      @RequestParam(required = false) @Nullable String back,
      RedirectAttributes answer)
      throws IOException {
    var known = AttachmentAnswers.reference(reference);
    var chosen =
        files == null
            ? List.<MultipartFile>of()
            : files.stream().filter(file -> !name(file).isEmpty()).toList();
    return WayBack.of(beside, back, "/cases/" + known, "attachments")
        .say(added(known, chosen), answer);
  }

  private Message added(CaseReference known, List<MultipartFile> files) throws IOException {
    attachments.of(known, currentPerson.get());
    var done = 0;
    try {
      for (var file : files) {
        try (var content = file.getInputStream()) {
          attachments.add(known, currentPerson.get(), name(file), content);
        }
        done++;
      }
    } catch (NotTaken | RefusedByRule refused) {
      return Message.refused(
          "%s was not attached. %s.%s"
              .formatted(
                  name(files.get(done)),
                  refused.getMessage(),
                  done == 0 ? "" : " " + count(done) + " before it."));
    }
    return done == 0
        ? Message.refused("Choose a file first. Nothing was attached.")
        : Message.done(count(done) + ".");
  }

  private static String count(int files) {
    return files == 1 ? "One file was attached" : files + " files were attached";
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }
}
