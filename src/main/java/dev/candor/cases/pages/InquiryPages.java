package dev.candor.cases.pages;

import dev.candor.access.Person;
import dev.candor.cases.PressInquiry;
import dev.candor.web.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One press inquiry in words: drafts and what counsel said to them in the order they came. */
@Component
class InquiryPages {

  private final Names names;

  InquiryPages(Names names) {
    this.names = names;
  }

  AsidePage.Inquiry page(PressInquiry inquiry, Person person) {
    var answerBy = inquiry.answerBy();
    var statement = inquiry.statement();
    return new AsidePage.Inquiry(
        inquiry.askedBy(),
        inquiry.question(),
        answerBy == null ? null : Times.moment(answerBy, person.zone()),
        names.person(inquiry.receivedBy().value()),
        Times.moment(inquiry.receivedAt(), person.zone()),
        inquiry.dossier(),
        Stream.concat(
                inquiry.drafts().stream().map(draft -> new Step(draft.at(), of(draft, person))),
                inquiry.clearances().stream().map(said -> new Step(said.at(), of(said, person))))
            .sorted(Comparator.comparing(Step::at))
            .map(Step::shown)
            .toList(),
        statement == null
            ? null
            : new AsidePage.Statement(
                "answer." + statement.answer(),
                statement.words(),
                names.person(statement.clearedBy().value()),
                Times.moment(statement.at(), person.zone())));
  }

  private AsidePage.Draft of(PressInquiry.Draft draft, Person person) {
    return new AsidePage.Draft(
        "answer.draft." + draft.answer(),
        names.person(draft.by().value()),
        Times.moment(draft.at(), person.zone()),
        draft.words(),
        draft.rationale());
  }

  private AsidePage.Draft of(PressInquiry.Clearance said, Person person) {
    return new AsidePage.Draft(
        "clearance." + said.verdict(),
        names.person(said.by().value()),
        Times.moment(said.at(), person.zone()),
        null,
        said.rationale());
  }

  private record Step(Instant at, AsidePage.Draft shown) {}
}
