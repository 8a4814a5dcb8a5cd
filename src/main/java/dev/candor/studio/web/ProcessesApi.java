package dev.candor.studio.web;

import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.studio.Releases;
import dev.candor.studio.web.SetJson.Answer;
import dev.candor.studio.web.SetJson.DeployedSetJson;
import dev.candor.web.Page;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Diagrams, tables and forms over HTTP, for process owners. */
@RestController
@RequestMapping("/api/processes")
class ProcessesApi {

  private final Owners owners;
  private final Releases releases;
  private final ProcessSets sets;

  ProcessesApi(Owners owners, Releases releases, ProcessSets sets) {
    this.owners = owners;
    this.releases = releases;
    this.sets = sets;
  }

  /** The sets that were deployed, newest first. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<DeployedSetJson> history() {
    owners.current();
    var all = sets.history().stream().map(DeployedSetJson::of).toList();
    return new Page<>(all, all.size(), 0, Math.max(all.size(), 1));
  }

  /**
   * Deploys what is in force with these files in it.
   *
   * @param files {@code .bpmn}, {@code .dmn}, {@code .form}, or a {@code .zip} of them
   * @param whole these files and no others
   */
  @PostMapping(
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Answer deploy(
      @RequestParam(name = "files", required = false) List<MultipartFile> files,
      @RequestParam(defaultValue = "false") boolean whole) {
    var by = owners.current().id().value();
    var set = UploadedFiles.read(files == null ? List.of() : files);
    return Answer.of(
        whole ? releases.replace(set, Origin.UPLOAD, by) : releases.change(set, Origin.UPLOAD, by));
  }

  /** Deploys an earlier set again. */
  @PostMapping(path = "/{number}/deploy", produces = MediaType.APPLICATION_JSON_VALUE)
  Answer again(@PathVariable int number) {
    var by = owners.current().id().value();
    return Answer.of(releases.again(known(number), by));
  }

  /** The files of a set, as a zip. */
  @GetMapping(path = "/{number}/files", produces = "application/zip")
  ResponseEntity<byte[]> files(@PathVariable int number) {
    owners.current();
    return zip(sets, known(number));
  }

  static ResponseEntity<byte[]> zip(ProcessSets sets, int number) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"processes-%d.zip\"".formatted(number))
        .body(UploadedFiles.zip(sets.files(number)));
  }

  private int known(int number) {
    if (sets.find(number).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return number;
  }
}
