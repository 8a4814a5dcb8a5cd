package dev.candor.cases.pages;

import dev.candor.access.PersonId;
import dev.candor.cases.Comments.Comment;
import dev.candor.cases.Comments.Mention;
import dev.candor.cases.MentionBorders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes what somebody said apart, at the names of those who are mentioned in it. */
final class SaidWords {

  private SaidWords() {}

  static List<AsidePage.Part> parts(Comment said, PersonId viewer) {
    var words = said.words();
    var parts = new ArrayList<AsidePage.Part>();
    var from = 0;
    for (var at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
      var written = longestAt(words, at, said.mentions());
      if (written.isPresent()) {
        var end = at + written.get().length();
        parts.add(new AsidePage.Part(words.substring(from, at), false, false));
        parts.add(
            new AsidePage.Part(
                words.substring(at, end), true, means(written.get(), viewer, said.mentions())));
        from = end;
      }
    }
    parts.add(new AsidePage.Part(words.substring(from), false, false));
    return parts;
  }

  /** A name may begin with another. */
  private static Optional<String> longestAt(String words, int at, List<Mention> mentions) {
    return mentions.stream()
        .map(Mention::written)
        .filter(written -> MentionBorders.standsAt(words, at, written.substring(1)))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean means(String written, PersonId person, List<Mention> mentions) {
    return mentions.stream()
        .anyMatch(one -> one.written().equalsIgnoreCase(written) && one.person().equals(person));
  }
}
