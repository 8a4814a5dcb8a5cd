package dev.candor.studio.web;

import dev.candor.access.Role;
import dev.candor.process.CasesUnderWay;
import dev.candor.process.EngineUnavailable;
import dev.candor.process.Incidents;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.process.ProcessSets.Version;
import dev.candor.studio.Finding;
import dev.candor.studio.FolderNews;
import dev.candor.studio.ProcessCheck;
import dev.candor.studio.Releases;
import dev.candor.studio.Releases.NotSound;
import dev.candor.studio.Releases.Release;
import dev.candor.studio.web.ProcessesPage.Group;
import dev.candor.studio.web.ProcessesPage.Line;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.RailEntry;
import dev.candor.web.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is in force, and changing it. */
@Controller
class ProcessesController {

  private final Owners owners;
  private final Releases releases;
  private final ProcessSets sets;
  private final CasesUnderWay cases;
  private final Incidents incidents;
  private final FolderNews folder;
  private final ProcessCheck check;
  private final Deployers deployers;

  ProcessesController(
      Owners owners,
      Releases releases,
      ProcessSets sets,
      CasesUnderWay cases,
      Incidents incidents,
      FolderNews folder,
      ProcessCheck check,
      Deployers deployers) {
    this.owners = owners;
    this.releases = releases;
    this.sets = sets;
    this.cases = cases;
    this.incidents = incidents;
    this.folder = folder;
    this.check = check;
    this.deployers = deployers;
  }

  @Bean
  static RailEntry processesInTheRail() {
    return new RailEntry(
        50, "processes", "Processes", "/processes", person -> person.is(Role.PROCESS_OWNER));
  }

  @GetMapping("/processes")
  String page(Model model) {
    var zone = owners.current().zone();
    var history = sets.history();
    model.addAttribute("page", page(history, zone));
    history.stream().limit(1).forEach(set -> check.prepare(sets.files(set.number())));
    model.addAttribute("troubles", ifTheEngineAnswers(() -> (long) incidents.open().size()));
    return "studio/processes";
  }

  @PostMapping("/processes")
  String upload(
      @RequestParam(name = "files", required = false) List<MultipartFile> files,
      @RequestParam(defaultValue = "false") boolean whole,
      RedirectAttributes answer) {
    var by = owners.current().id().value();
    return released(
        answer,
        () -> {
          var set = UploadedFiles.read(files == null ? List.of() : files);
          return whole
              ? releases.replace(set, Origin.UPLOAD, by)
              : releases.change(set, Origin.UPLOAD, by);
        });
  }

  @PostMapping("/processes/sets/{number}/deploy")
  String again(@PathVariable int number, RedirectAttributes answer) {
    var by = owners.current().id().value();
    var set = known(number);
    return released(answer, () -> releases.again(set.number(), by));
  }

  @GetMapping("/processes/sets/{number}/files.zip")
  ResponseEntity<byte[]> files(@PathVariable int number) {
    owners.current();
    return ProcessesApi.zip(sets, known(number).number());
  }

  private String released(RedirectAttributes answer, Supplier<Release> release) {
    try {
      var done = release.get();
      answer.addFlashAttribute("message", Message.done(words(done)));
    } catch (NotSound broken) {
      answer.addFlashAttribute(
          "findings", broken.findings().stream().map(Finding::toString).toList());
    } catch (InvalidInput nothing) {
      answer.addFlashAttribute(
          "message", Message.refused(nothing.errors().getFirst().message() + "."));
    } catch (EngineUnavailable away) {
      answer.addFlashAttribute(
          "message",
          Message.refused("The engine does not answer. Nothing was deployed; try again later."));
    }
    return "redirect:/processes";
  }

  private static String words(Release done) {
    return done.anew()
        ? "Set %d is in force: %s changed. Cases under way stay on their versions."
            .formatted(done.set().number(), ProcessesPage.files(done.set().changed()))
        : "This is what is in force already (set %d). Nothing was changed."
            .formatted(done.set().number());
  }

  private ProcessesPage page(List<DeployedSet> history, ZoneId zone) {
    var inForce = history.stream().findFirst();
    var groups =
        List.of(
            group("Processes", Kind.PROCESS, history, zone),
            group("Tables", Kind.TABLE, history, zone),
            group("Forms", Kind.FORM, history, zone));
    return new ProcessesPage(
        inForce.isEmpty() ? List.of() : groups,
        history.stream()
            .map(set -> ProcessesPage.line(set, deployers.of(set), set == inForce.get(), zone))
            .toList(),
        ProcessesPage.folder(folder, zone),
        Times.city(zone));
  }

  private Group group(String title, Kind kind, List<DeployedSet> history, ZoneId zone) {
    var lines =
        history.stream()
            .limit(1)
            .flatMap(set -> set.versions().stream())
            .filter(version -> version.kind() == kind)
            .map(version -> line(version, history, zone))
            .toList();
    return new Group(title, ProcessesPage.path(kind), lines);
  }

  private Line line(Version version, List<DeployedSet> history, ZoneId zone) {
    var all = Versions.of(history, version.kind(), version.id());
    var came =
        all.stream()
            .filter(known -> known.version().version() == version.version())
            .findFirst()
            .orElseThrow()
            .set();
    var running =
        version.kind() == Kind.PROCESS
            ? ifTheEngineAnswers(
                () -> all.stream().mapToLong(known -> cases.running(known.version().key())).sum())
            : null;
    return new Line(
        version.id(),
        version.name(),
        version.file(),
        version.version(),
        deployers.of(came),
        Times.shortMoment(came.at(), zone),
        running);
  }

  private DeployedSet known(int number) {
    return sets.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static @Nullable Long ifTheEngineAnswers(Supplier<Long> question) {
    try {
      return question.get();
    } catch (EngineUnavailable away) {
      return null;
    }
  }
}
