package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.Outcome;

/** A first text of the reply to the requester, by outcome. It gives no reasons: those are added. */
final class DraftedReply {

  private DraftedReply() {}

  static String to(Outcome outcome, CaseReference reference) {
    return """
        Thank you for your request, which we keep under %s.

        %s

        We keep a record of every request that a government or somebody acting for one makes to us, \
        and of our answer.
        """
        .formatted(reference, answer(outcome))
        .strip();
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case DECLINED -> "We have considered it carefully and cannot do what you ask.";
      case DECLINED_WITH_ALTERNATIVE ->
          """
          We have considered it carefully and cannot do what you ask. You are welcome to open an \
          account in your own name; we verify it and label it, so that everybody sees whose it is.""";
      case ACCEPTED -> "We agree to what you ask and are seeing to it.";
      case ACCEPTED_WITH_LABEL ->
          """
          We agree to what you ask and are seeing to it. The account bears a label that says whose \
          it is.""";
      case PARTLY_ACCEPTED ->
          "We agree to a part of what you ask and are seeing to that; the rest we cannot do.";
      case REFERRED ->
          "Requests of this kind are answered by our legal-process team, which has received yours.";
      case WITHDRAWN -> "You have withdrawn it, and we have closed it.";
      case NOT_AUTHENTIC, NO_ACTION -> "We take no action on it.";
    };
  }
}
