package dev.candor.ledger.web;

import dev.candor.access.CurrentPerson;
import dev.candor.ledger.internal.Exporting;
import dev.candor.ledger.internal.Heads;
import dev.candor.ledger.internal.LedgerReading;
import dev.candor.ledger.internal.Proving;
import dev.candor.web.FileToSave;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for those who check it. Heads and proofs tell nothing, so everybody may have them. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

  private final Heads heads;
  private final Proving proving;
  private final Exporting exporting;
  private final LedgerReading reading;
  private final CurrentPerson currentPerson;

  LedgerController(
      Heads heads,
      Proving proving,
      Exporting exporting,
      LedgerReading reading,
      CurrentPerson currentPerson) {
    this.heads = heads;
    this.proving = proving;
    this.exporting = exporting;
    this.reading = reading;
    this.currentPerson = currentPerson;
  }

  /**
   * @param head a signed note (C2SP): origin, size, root in base64, signature
   * @param key what checks it
   */
  record Head(long size, String head, String key) {}

  /**
   * @param hashes in base64, from the leaf up (RFC 6962)
   */
  record Hashes(List<String> hashes) {}

  @GetMapping("/head")
  Head head() {
    var head = heads.current();
    return new Head(head.size(), head.note(), heads.publicKey());
  }

  @GetMapping("/entries/{index}/proof")
  Hashes inclusion(@PathVariable long index, @RequestParam long size) {
    return encoded(proving.inclusion(index, size));
  }

  @GetMapping("/consistency")
  Hashes consistency(@RequestParam long from, @RequestParam long to) {
    return encoded(proving.consistency(from, to));
  }

  /** Reading it all leaves a trace in what is read next. */
  @GetMapping("/export")
  FileToSave export() {
    reading.trace(currentPerson.get(), "EXPORT");
    return new FileToSave(
        "candor-ledger.json", MediaType.APPLICATION_JSON_VALUE, exporting::writeTo);
  }

  @ExceptionHandler
  Object noSuchTree(Proving.NoSuchTree none, HttpServletRequest request) {
    return Problems.answer(request, HttpStatus.NOT_FOUND, "The ledger has no such entry or size");
  }

  private static Hashes encoded(List<byte[]> hashes) {
    return new Hashes(hashes.stream().map(Base64.getEncoder()::encodeToString).toList());
  }
}
