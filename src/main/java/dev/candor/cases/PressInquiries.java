package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.PressInquiry.Answer;
import dev.candor.cases.PressInquiry.Clearance;
import dev.candor.cases.PressInquiry.Draft;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Press inquiries about cases, from the question to the statement on the record. Every call has its
 * effect once, however often it is made; nothing is overwritten.
 */
public interface PressInquiries {

  /**
   * Keeps the question and sets its answering going, in whatever state the case is. Communications
   * and counsel may do so for each case whose reference they know: it is how a case comes to
   * communications.
   *
   * @throws UnknownCase when there is no such case, or the person stepped out of it
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to do
   */
  void receive(CaseReference reference, Person by, NewInquiry inquiry);

  /** Puts beside the inquiry the cases that its answer must not contradict. */
  void gatherDossier(CaseReference reference, UUID inquiry);

  void recordDraft(UUID inquiry, Draft draft);

  void recordClearance(UUID inquiry, Clearance clearance);

  /** The first statement stays. */
  void recordStatement(UUID inquiry, NewStatement statement);

  /**
   * @param id with which the same inquiry may be sent twice
   */
  record NewInquiry(
      UUID id, @Nullable String askedBy, String question, @Nullable Instant answerBy) {}

  /**
   * @param settled the words counsel settled; null when the latest draft was cleared as it is
   */
  record NewStatement(UUID submission, PersonId clearedBy, @Nullable Settled settled, Instant at) {}

  record Settled(Answer answer, String words) {}
}
