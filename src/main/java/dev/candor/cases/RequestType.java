package dev.candor.cases;

/** What the outside party asks for. */
public enum RequestType {
  CREATE_OR_PROMOTE,
  REMOVE_OR_RESTRICT,
  DISCLOSE_DATA,
  VERIFY_OR_LABEL,
  POLICY_CHANGE,
  OTHER
}
