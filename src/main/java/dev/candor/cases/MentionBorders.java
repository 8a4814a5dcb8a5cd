package dev.candor.cases;

/**
 * Where a name after an {@code @} begins and ends in somebody's words: not in the middle of a mail
 * address, of an account or of a longer name.
 */
public final class MentionBorders {

  /** Before an {@code @}: it is the middle of an address. */
  private static final String GOES_ON = "._%+-@/";

  private MentionBorders() {}

  /**
   * Whether this name is mentioned here, in whatever case.
   *
   * @param at where the {@code @} is
   * @param name without its {@code @}
   */
  public static boolean standsAt(String words, int at, String name) {
    return (at == 0 || begins(words.charAt(at - 1)))
        && words.regionMatches(true, at + 1, name, 0, name.length())
        && endsAt(words, at + 1 + name.length());
  }

  private static boolean begins(char before) {
    return !Character.isLetterOrDigit(before) && GOES_ON.indexOf(before) < 0;
  }

  /** A hyphen or a dot ends a name unless it goes on after it: accounts and second names do. */
  private static boolean endsAt(String words, int end) {
    if (end == words.length()) {
      return true;
    }
    var after = words.charAt(end);
    if (after == '-' || after == '.') {
      return end + 1 == words.length() || !Character.isLetterOrDigit(words.charAt(end + 1));
    }
    return !Character.isLetterOrDigit(after) && after != '_';
  }
}
