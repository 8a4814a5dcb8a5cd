package dev.candor.notification;

import java.util.Locale;

/** The languages of the desks, in which letters are written. */
public enum Language {
  ENGLISH(Locale.UK, "English"),
  GERMAN(Locale.GERMANY, "Deutsch"),
  FRENCH(Locale.FRANCE, "Français"),
  DUTCH(Locale.of("nl", "NL"), "Nederlands"),
  HEBREW(Locale.of("he", "IL"), "עברית");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  public Locale locale() {
    return locale;
  }

  /** As RFC 5646 has it: {@code he}. */
  public String code() {
    return locale.getLanguage();
  }

  /** The language's name for itself. */
  public String ownName() {
    return ownName;
  }

  /** {@code rtl} where it is written from right to left, else {@code ltr}. */
  public String direction() {
    return this == HEBREW ? "rtl" : "ltr";
  }
}
