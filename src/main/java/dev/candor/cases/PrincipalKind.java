package dev.candor.cases;

/** What kind of body wants it. */
public enum PrincipalKind {
  MINISTRY,
  AGENCY,
  EMBASSY,
  STATE_MEDIA,
  PARTY,
  STATE_COMPANY,
  UNKNOWN
}
