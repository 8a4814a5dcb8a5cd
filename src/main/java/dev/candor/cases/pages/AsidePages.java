package dev.candor.cases.pages;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.Alongside;
import dev.candor.cases.CaseTasks.CaseTask;
import dev.candor.cases.CaseView;
import dev.candor.cases.Comments.Comment;
import dev.candor.cases.EmergencyAccess;
import dev.candor.cases.MayDissent;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Recusal;
import dev.candor.policy.PolicyDiscussion;
import dev.candor.web.Times;
import dev.candor.web.Times.Moment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what goes on beside the route into words, and says what this person may add to it. */
@Component
class AsidePages {

  private final People people;
  private final Names names;
  private final InquiryPages inquiries;
  private final ToldPages told;

  AsidePages(People people, Names names, InquiryPages inquiries, ToldPages told) {
    this.people = people;
    this.names = names;
    this.inquiries = inquiries;
    this.told = told;
  }

  AsidePage page(CaseView view, Person person) {
    var alongside = view.alongside();
    var content = view.sight() == Sight.CONTENT;
    return new AsidePage(
        view.tasks().stream().filter(CaseTask::nobodyLeft).map(CaseTask::name).toList(),
        alongside.discussion().stream().map(said -> said(said, person)).toList(),
        content && !view.flagger().equals(person.id().value()),
        alongside.recusals().stream().map(recusal -> steppedOut(recusal, person)).toList(),
        content,
        content ? others(view, person) : List.of(),
        alongside.onLegalHold(),
        alongside.legalHolds().stream()
            .map(
                hold ->
                    new AsidePage.Hold(
                        hold.held(), name(hold.by()), at(hold.at(), person), hold.reason()))
            .toList(),
        content && (person.is(Role.COUNSEL) || person.is(Role.LEGAL_PROCESS)),
        alongside.pressInquiries().stream()
            .map(inquiry -> inquiries.page(inquiry, person))
            .toList(),
        content && (person.is(Role.COUNSEL) || person.is(Role.COMMUNICATIONS)),
        alongside.policyDiscussions().stream().map(talk -> policyTalk(talk, person)).toList(),
        alongside.emergencies().stream().map(opened -> emergency(opened, person)).toList(),
        openUntil(view, person),
        told.of(alongside.letters(), person),
        alongside.dissents().stream()
            .map(
                dissent ->
                    new AsidePage.Dissent(
                        name(dissent.by()), at(dissent.at(), person), dissent.words()))
            .toList(),
        mayDissent(view, person),
        alongside.linkedCases().stream()
            .map(
                link ->
                    new AsidePage.Link(link.reference(), name(link.by()), at(link.at(), person)))
            .toList(),
        content);
  }

  private static boolean mayDissent(CaseView view, Person person) {
    var decision = view.decision();
    return MayDissent.of(
            person,
            view.sight(),
            view.flagger(),
            !view.recommendations().isEmpty(),
            decision == null ? null : decision.by())
        == MayDissent.YES;
  }

  /** Counsel may take anybody off a case, the head of its desk the desk's people. */
  private List<AsidePage.Someone> others(CaseView view, Person person) {
    var desk = view.desk();
    Stream<Person> may =
        person.is(Role.COUNSEL)
            ? people.all().stream()
            : desk != null && person.groups().contains(Groups.deskHead(desk))
                ? people.inGroup(Groups.desk(desk)).stream()
                : Stream.empty();
    var gone = goneFrom(view.alongside());
    return may.filter(other -> !other.equals(person) && !gone.contains(other.id()))
        .map(other -> new AsidePage.Someone(other.id().value(), other.name()))
        .toList();
  }

  private static List<PersonId> goneFrom(Alongside alongside) {
    return alongside.recusals().stream().map(Recusal::person).collect(Collectors.toList());
  }

  private AsidePage.Said said(Comment said, Person person) {
    return new AsidePage.Said(
        name(said.by()), at(said.at(), person), SaidWords.parts(said, person.id()));
  }

  private AsidePage.SteppedOut steppedOut(Recusal recusal, Person person) {
    return new AsidePage.SteppedOut(
        name(recusal.person()),
        recusal.by().equals(recusal.person()) ? null : name(recusal.by()),
        at(recusal.at(), person),
        recusal.reason());
  }

  private AsidePage.Emergency emergency(EmergencyAccess.Opened opened, Person person) {
    return new AsidePage.Emergency(
        name(opened.by()), at(opened.at(), person), at(opened.endsAt(), person), opened.reason());
  }

  /** Null when they have a part in the case. */
  private static @Nullable Moment openUntil(CaseView view, Person person) {
    return view.sight() != Sight.EMERGENCY
        ? null
        : view.alongside().emergencies().stream()
            .filter(opened -> opened.by().equals(person.id()))
            .reduce((earlier, later) -> later)
            .map(opened -> at(opened.endsAt(), person))
            .orElse(null);
  }

  private AsidePage.PolicyTalk policyTalk(PolicyDiscussion talk, Person person) {
    var conclusion = talk.conclusion();
    var draft = talk.draft();
    return new AsidePage.PolicyTalk(
        at(talk.openedAt(), person),
        talk.similarCases(),
        talk.opinions().stream()
            .map(
                opinion ->
                    new AsidePage.Opinion(
                        "opinion." + opinion.opinion(),
                        name(opinion.by()),
                        names.group(opinion.spokeFor()),
                        at(opinion.at(), person),
                        opinion.rationale()))
            .toList(),
        conclusion == null
            ? null
            : new AsidePage.Opinion(
                "conclusion." + conclusion.conclusion(),
                name(conclusion.by()),
                null,
                at(conclusion.at(), person),
                conclusion.rationale()),
        draft == null
            ? null
            : new AsidePage.PolicyDraft(
                draft.policy(),
                draft.title(),
                draft.wording(),
                draft.rationale(),
                name(draft.by()),
                at(draft.at(), person)));
  }

  private String name(PersonId id) {
    return names.person(id.value());
  }

  private static Moment at(Instant at, Person person) {
    return Times.moment(at, person.zone());
  }
}
