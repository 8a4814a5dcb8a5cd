package dev.candor.cases;

/** What a review can recommend. */
public enum RecommendationKind {
  DECLINE,
  DECLINE_WITH_ALTERNATIVE,
  ACCEPT_WITH_LABEL,
  PUT_IN_WRITING,
  POLICY_ASSESSMENT,
  ESCALATE
}
