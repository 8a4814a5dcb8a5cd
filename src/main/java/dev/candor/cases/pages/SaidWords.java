package dev.candor.cases.pages;

import dev.candor.access.PersonId;
import dev.candor.cases.Comments.Comment;
import dev.candor.cases.Comments.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes what somebody said apart, at the names of those who are mentioned in it. */
final class SaidWords {

  private SaidWords() {}

  static List<AsidePage.Part> parts(Comment said, PersonId viewer) {
    var words = said.words();
    if (said.mentions().isEmpty()) {
      return List.of(new AsidePage.Part(words, false, false));
    }
    var parts = new ArrayList<AsidePage.Part>();
    var mention = anyOf(said.mentions()).matcher(words);
    var from = 0;
    while (mention.find()) {
      parts.add(new AsidePage.Part(words.substring(from, mention.start()), false, false));
      var written = mention.group();
      var you =
          said.mentions().stream()
              .anyMatch(one -> one.written().equals(written) && one.person().equals(viewer));
      parts.add(new AsidePage.Part(written, true, you));
      from = mention.end();
    }
    parts.add(new AsidePage.Part(words.substring(from), false, false));
    return parts;
  }

  /** The longest first: a name may begin with another. */
  private static Pattern anyOf(List<Mention> mentions) {
    return Pattern.compile(
        mentions.stream()
            .map(Mention::written)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));
  }
}
