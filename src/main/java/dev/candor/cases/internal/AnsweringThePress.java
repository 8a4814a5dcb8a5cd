package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.PressInquiries;
import dev.candor.cases.PressInquiry.Clearance;
import dev.candor.cases.PressInquiry.Draft;
import dev.candor.cases.Recusals;
import dev.candor.cases.SimilarCases;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.process.PressInquiryProcess;
import dev.candor.process.PressInquiryProcess.CaseFacts;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Question, dossier, drafts, clearance, statement: each kept once, beside the others. */
@Component
@Transactional
class AnsweringThePress implements PressInquiries {

  /** As many as somebody who drafts an answer can read. */
  private static final int MOST_IN_DOSSIER = 10;

  private final CaseFiles files;
  private final InquiryTables tables;
  private final Timeline timeline;
  private final Recusals recusals;
  private final SimilarCases similar;
  private final PressInquiryProcess process;
  private final OnOneCase onOneCase;
  private final Clock clock;

  AnsweringThePress(
      CaseFiles files,
      InquiryTables tables,
      Timeline timeline,
      Recusals recusals,
      SimilarCases similar,
      PressInquiryProcess process,
      OnOneCase onOneCase,
      Clock clock) {
    this.files = files;
    this.tables = tables;
    this.timeline = timeline;
    this.recusals = recusals;
    this.similar = similar;
    this.process = process;
    this.onOneCase = onOneCase;
    this.clock = clock;
  }

  /** Who passes an inquiry on need not know the case: the service does it for them, on this one. */
  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public void receive(CaseReference reference, Person by, NewInquiry inquiry) {
    if (!by.is(Role.COMMUNICATIONS) && !by.is(Role.COUNSEL)) {
      throw new AccessDeniedException("Not theirs to do");
    }
    onOneCase.carryOut("press-inquiry", reference, () -> write(reference, by, inquiry));
  }

  private void write(CaseReference reference, Person by, NewInquiry inquiry) {
    var file = files.lock(reference);
    if (recusals.isRecused(by.id(), reference)) {
      throw new UnknownCase();
    }
    if (tables.insert(reference, by.id(), inquiry, clock.instant())) {
      timeline.add(reference, clock.instant(), by.id(), What.PRESS_INQUIRY_RECEIVED, null);
      var severity = file.severity() == null ? null : file.severity().name();
      process.begin(
          reference.value(),
          inquiry.id(),
          new CaseFacts(files.typeOf(reference).name(), severity, file.desk()));
    }
  }

  @Override
  public void gatherDossier(CaseReference reference, UUID inquiry) {
    if (!tables.hasDossier(inquiry)) {
      tables.insertDossier(inquiry, similar.to(reference, MOST_IN_DOSSIER));
    }
  }

  @Override
  public void recordDraft(UUID inquiry, Draft draft) {
    tables.insert(inquiry, draft);
  }

  @Override
  public void recordClearance(UUID inquiry, Clearance clearance) {
    tables.insert(inquiry, clearance);
  }

  @Override
  public void recordStatement(UUID inquiry, NewStatement statement) {
    var settled = statement.settled();
    var words = settled == null ? tables.latestDraft(inquiry) : settled;
    if (tables.insert(inquiry, statement, words)) {
      timeline.add(
          tables.caseOf(inquiry),
          statement.at(),
          statement.clearedBy(),
          What.PRESS_INQUIRY_ANSWERED,
          words.answer());
    }
  }
}
