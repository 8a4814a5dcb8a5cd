package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.PressInquiries;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The press asks about a case. */
@RestController
class PressInquiryController {

  private final PressInquiries inquiries;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  PressInquiryController(PressInquiries inquiries, CurrentPerson currentPerson, Clock clock) {
    this.inquiries = inquiries;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @PostMapping("/api/cases/{reference}/press-inquiry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Received receive(@PathVariable String reference, @RequestBody InquiryEntry entry) {
    var known = CaseReferences.of(reference);
    var inquiry = entry.check(UUID.randomUUID(), clock.instant());
    inquiries.receive(known, currentPerson.get(), inquiry);
    return new Received(known.value(), inquiry.id());
  }

  /**
   * @param text the question, in the journalist's words
   * @param askedBy the journalist or the outlet
   * @param answerBy ISO 8601 with offset: until when they want an answer
   */
  record InquiryEntry(@Nullable String text, @Nullable String askedBy, @Nullable String answerBy) {

    PressInquiries.NewInquiry check(UUID id, java.time.Instant now) {
      var fields = new dev.candor.web.Fields();
      var inquiry =
          new PressInquiries.NewInquiry(
              id,
              fields.optionalLine("askedBy", askedBy, 300),
              fields.text("text", text, 20_000),
              fields.optionalInstantAfter("answerBy", answerBy, now));
      fields.throwIfInvalid();
      return inquiry;
    }
  }

  record Received(String reference, UUID inquiry) {}
}
