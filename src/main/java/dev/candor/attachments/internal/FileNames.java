package dev.candor.attachments.internal;

import dev.candor.attachments.NotTaken;

/** Names of files as they are kept: one line of text, without folders. */
final class FileNames {

  private static final int LONGEST = 200;

  private FileNames() {}

  /**
   * @throws NotTaken when nothing is left of it
   */
  static String clean(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var text = new StringBuilder();
    last.codePoints().filter(FileNames::isText).limit(LONGEST).forEach(text::appendCodePoint);
    var clean = text.toString().strip();
    if (clean.isEmpty()) {
      throw NotTaken.because("It has no name");
    }
    return clean.length() <= LONGEST ? clean : clean.substring(clean.length() - LONGEST);
  }

  /** Neither what breaks a line nor what turns the direction of writing round. */
  private static boolean isText(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
