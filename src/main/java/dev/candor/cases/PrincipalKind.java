package dev.candor.cases;

import dev.candor.web.Choice;
import java.util.Arrays;
import java.util.List;

/** What kind of body wants it. */
public enum PrincipalKind {
  MINISTRY,
  AGENCY,
  EMBASSY,
  STATE_MEDIA,
  PARTY,
  STATE_COMPANY,
  UNKNOWN;

  /** To choose one of them. */
  public static final List<Choice> CHOICES =
      Arrays.stream(values()).map(kind -> new Choice(kind.name(), null)).toList();
}
