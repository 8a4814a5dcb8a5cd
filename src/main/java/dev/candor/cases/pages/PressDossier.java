package dev.candor.cases.pages;

import dev.candor.cases.CaseView;
import dev.candor.cases.Channel;
import dev.candor.cases.Outcome;
import dev.candor.cases.PressInquiry;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As much of a case as somebody needs who answers the press.
 *
 * @param itemsNamed how many accounts or items it names, and not which
 * @param corrected which of these facts were flagged otherwise
 * @param outcome null until it is decided, as are the grounds' and the decision's time
 * @param reply what the other side was told; null when it was told nothing
 * @param onTheRecord what we said to the press before
 */
record PressDossier(
    String reference,
    RequestType type,
    Channel channel,
    String principal,
    PrincipalKind principalKind,
    String principalCountry,
    String market,
    String ask,
    boolean legalBasisGiven,
    LocalDate receivedOn,
    int itemsNamed,
    List<Corrected> corrected,
    @Nullable Outcome outcome,
    @Nullable Instant decidedAt,
    List<CaseView.Ground> grounds,
    @Nullable String reply,
    List<OnTheRecord> onTheRecord) {

  /**
   * That a fact was corrected after the flag, and not by whom or why.
   *
   * @param flagged as it was sent, where this dossier has the fact itself; null for what it only
   *     counts
   */
  record Corrected(String fact, @Nullable String flagged) {}

  private static final Set<String> SHOWN =
      Set.of("principal", "principalKind", "principalCountry", "market", "receivedOn");

  private static final Set<String> COUNTED = Set.of("legalBasis", "items");

  record OnTheRecord(String question, String answer, String words, Instant at) {}

  static PressDossier of(CaseView view) {
    var flag = view.flag();
    var decision = view.decision();
    var reply = view.handling().reply();
    return new PressDossier(
        view.reference(),
        flag.type(),
        flag.channel(),
        flag.principal(),
        flag.principalKind(),
        flag.principalCountry(),
        flag.market(),
        flag.ask(),
        flag.legalBasis() != null,
        flag.receivedOn(),
        flag.items().size(),
        corrected(view),
        decision == null ? null : decision.outcome(),
        decision == null ? null : decision.at(),
        decision == null ? List.of() : decision.grounds(),
        reply == null ? null : reply.text(),
        view.alongside().pressInquiries().stream()
            .filter(inquiry -> inquiry.statement() != null)
            .map(PressDossier::onTheRecord)
            .toList());
  }

  private static List<Corrected> corrected(CaseView view) {
    var told = new ArrayList<Corrected>();
    for (var correction : FirstCorrections.thatStand(view)) {
      var field = correction.field();
      if (SHOWN.contains(field)) {
        told.add(new Corrected(field, correction.was()));
      } else if (COUNTED.contains(field)) {
        told.add(new Corrected(field, null));
      }
    }
    return List.copyOf(told);
  }

  private static OnTheRecord onTheRecord(PressInquiry inquiry) {
    var statement = Objects.requireNonNull(inquiry.statement());
    return new OnTheRecord(
        inquiry.question(), statement.answer().name(), statement.words(), statement.at());
  }
}
