package dev.candor.cases.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Comments;
import dev.candor.cases.Comments.Comment;
import dev.candor.cases.Comments.NotForThem;
import dev.candor.cases.LinkedCases;
import dev.candor.cases.LinkedCases.Link;
import dev.candor.cases.LinkedCases.NotKnown;
import dev.candor.cases.PressInquiries.NewInquiry;
import dev.candor.web.Fields;
import dev.candor.web.InvalidInput;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what people enter about a case; throws {@link dev.candor.web.InvalidInput}. */
final class Entries {

  private static final int LONGEST = 20_000;
  private static final int LONGEST_NAME = 300;

  private Entries() {}

  static String words(String field, @Nullable String entered) {
    var fields = new Fields();
    var words = fields.text(field, entered, LONGEST);
    fields.throwIfInvalid();
    return words;
  }

  /** Adds them to the discussion; whoever is mentioned and must not be is an error of the field. */
  static Comment comment(
      Comments comments,
      CaseReference reference,
      String field,
      @Nullable String entered,
      Person by) {
    try {
      return comments.add(reference, words(field, entered), by);
    } catch (NotForThem notForThem) {
      throw new InvalidInput(field, notForThem.getMessage());
    }
  }

  /** Links it to a case whose content they see; any other is an error of the field. */
  static Link link(
      LinkedCases links, CaseReference reference, @Nullable String entered, Person by) {
    try {
      return links.link(reference, reference("other", entered), by);
    } catch (NotKnown notKnown) {
      throw new InvalidInput("other", notKnown.getMessage());
    }
  }

  static CaseReference reference(@Nullable String entered) {
    return reference("reference", entered);
  }

  private static CaseReference reference(String field, @Nullable String entered) {
    return CaseReference.ifOne(entered == null ? "" : entered.strip())
        .orElseThrow(() -> new InvalidInput(field, "Must be a reference such as SR-2026-00042"));
  }

  static NewInquiry inquiry(
      UUID id,
      @Nullable String askedBy,
      @Nullable String text,
      @Nullable String answerBy,
      Instant now) {
    var fields = new Fields();
    var inquiry =
        new NewInquiry(
            id,
            fields.optionalLine("askedBy", askedBy, LONGEST_NAME),
            fields.text("text", text, LONGEST),
            fields.optionalInstantAfter("answerBy", answerBy, now));
    fields.throwIfInvalid();
    return inquiry;
  }
}
