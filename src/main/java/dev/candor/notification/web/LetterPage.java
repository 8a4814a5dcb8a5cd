package dev.candor.notification.web;

import dev.candor.notification.MailBox.Mail;
import dev.candor.web.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail as the pages show it.
 *
 * @param text in parts, links apart
 * @param html whether there is a form of it for mail programs that show more than text
 */
public record LetterPage(
    String id,
    String from,
    String to,
    String subject,
    String language,
    List<Part> text,
    boolean html,
    Times.Moment at) {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,)]");

  static LetterPage of(Mail mail, ZoneId zone) {
    return new LetterPage(
        mail.id(),
        mail.from(),
        mail.to(),
        mail.subject(),
        mail.language(),
        parts(mail.text()),
        !mail.html().isEmpty(),
        Times.moment(mail.at(), zone));
  }

  private static List<Part> parts(String text) {
    var parts = new ArrayList<Part>();
    var links = LINK.matcher(text);
    var end = 0;
    while (links.find()) {
      parts.add(new Part(text.substring(end, links.start()), false));
      parts.add(new Part(links.group(), true));
      end = links.end();
    }
    parts.add(new Part(text.substring(end), false));
    return List.copyOf(parts);
  }

  /**
   * @param link whether the text is an address to follow
   */
  public record Part(String text, boolean link) {}
}
