package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.Alongside;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Comments.Comment;
import dev.candor.cases.LegalHold;
import dev.candor.cases.LinkedCases.Link;
import dev.candor.cases.Recusal;
import dev.candor.notification.Letters;
import dev.candor.notification.Letters.Told;
import dev.candor.notification.Mails.Notice;
import dev.candor.policy.PolicyDiscussions;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what goes on beside the route, for those who see a case's content. */
@Component
class AlongsideTheRoute {

  private final JdbcClient jdbc;
  private final OwnSight own;
  private final InquiriesOnRecord inquiries;
  private final PolicyDiscussions discussions;
  private final MentioningPeople mentioning;
  private final Emergencies emergencies;
  private final Letters letters;
  private final DissentingFromACase dissents;
  private final LinkingCases links;

  AlongsideTheRoute(
      JdbcClient jdbc,
      OwnSight own,
      InquiriesOnRecord inquiries,
      PolicyDiscussions discussions,
      MentioningPeople mentioning,
      Emergencies emergencies,
      Letters letters,
      DissentingFromACase dissents,
      LinkingCases links) {
    this.jdbc = jdbc;
    this.own = own;
    this.inquiries = inquiries;
    this.discussions = discussions;
    this.mentioning = mentioning;
    this.emergencies = emergencies;
    this.letters = letters;
    this.dissents = dissents;
    this.links = links;
  }

  Alongside of(CaseReference reference, Person viewer, boolean forTheFlagger) {
    return new Alongside(
        forTheFlagger ? List.of() : comments(reference),
        recusals(reference),
        holds(reference),
        inquiries.on(reference).stream()
            .map(inquiry -> inquiry.withDossier(known(viewer, inquiry.dossier())))
            .toList(),
        discussions.of(reference.value()).stream()
            .map(talk -> talk.withSimilarCases(known(viewer, talk.similarCases())))
            .toList(),
        emergencies.of(reference),
        letters(reference, viewer, forTheFlagger),
        forTheFlagger ? List.of() : dissents.of(reference),
        links(reference, viewer));
  }

  private List<Link> links(CaseReference reference, Person viewer) {
    var all = links.of(reference);
    var known = known(viewer, all.stream().map(Link::reference).toList());
    return all.stream().filter(link -> known.contains(link.reference())).toList();
  }

  /** That others are mentioned is part of the discussion. */
  private List<Told> letters(CaseReference reference, Person viewer, boolean forTheFlagger) {
    return letters.on(reference.value()).stream()
        .filter(
            told ->
                !forTheFlagger
                    || told.notice() != Notice.MENTIONED
                    || told.person().equals(viewer.id()))
        .toList();
  }

  /** Of other cases nobody learns more here than elsewhere, not even that there are any. */
  private List<String> known(Person viewer, List<String> references) {
    var others = references.stream().map(CaseReference::new).toList();
    var known = own.of(viewer, Set.copyOf(others)).keySet();
    return others.stream().filter(known::contains).map(CaseReference::value).toList();
  }

  private List<Comment> comments(CaseReference reference) {
    var mentions = mentioning.on(reference);
    return jdbc.sql("select * from case_comment where reference = ? order by id")
        .param(reference.value())
        .query(
            (row, number) ->
                new Comment(
                    new PersonId(row.getString("person")),
                    row.getString("words"),
                    CaseFiles.instant(row, "at"),
                    mentions.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private List<Recusal> recusals(CaseReference reference) {
    return jdbc.sql("select * from case_recusal where reference = ? order by at, person")
        .param(reference.value())
        .query(
            (row, number) ->
                new Recusal(
                    new PersonId(row.getString("person")),
                    row.getString("reason"),
                    new PersonId(row.getString("recused_by")),
                    CaseFiles.instant(row, "at")))
        .list();
  }

  private List<LegalHold> holds(CaseReference reference) {
    return jdbc.sql("select * from legal_hold where reference = ? order by id")
        .param(reference.value())
        .query(
            (row, number) ->
                new LegalHold(
                    row.getBoolean("held"),
                    row.getString("reason"),
                    new PersonId(row.getString("person")),
                    CaseFiles.instant(row, "at")))
        .list();
  }
}
