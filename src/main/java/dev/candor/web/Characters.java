package dev.candor.web;

/** Which characters are text. Markup is: it is kept as written and escaped wherever it is shown. */
final class Characters {

  private Characters() {}

  /** CR, LF, VT, FF, NEL and Unicode's line and paragraph separators. */
  static boolean breaksALine(String text) {
    return text.chars()
        .anyMatch(c -> (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  /** Without control characters but line feed and tab, and without halves of surrogate pairs. */
  static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || Character.getType(c) == Character.SURROGATE);
  }

  static String withPlainLineEnds(String text) {
    return text.replaceAll("\\R", "\n");
  }
}
