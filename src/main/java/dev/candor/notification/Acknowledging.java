package dev.candor.notification;

import java.util.Optional;

/** What a letter's signed link opens, to whoever has it, without signing in. */
public interface Acknowledging {

  /** Empty when the link is forged or old, or its reader must not know of the case any more. */
  Optional<SignedLetter> read(String link);

  /** Notes that the letter was seen; the first time counts. Empty as above. */
  Optional<SignedLetter> acknowledge(String link);

  /**
   * What the letter itself says, and nothing else.
   *
   * @param language its reader's, in which all words are
   * @param place where its task or its case is, for who signs in
   * @param openPlace what following that is called
   */
  record SignedLetter(
      String reference,
      String sentence,
      Language language,
      String place,
      String openPlace,
      boolean seen,
      String question,
      String button,
      String noted) {}
}
