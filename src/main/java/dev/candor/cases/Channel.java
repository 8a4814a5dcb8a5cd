package dev.candor.cases;

/** How a request reached us. */
public enum Channel {
  FORMAL,
  INFORMAL,
  VERBAL
}
