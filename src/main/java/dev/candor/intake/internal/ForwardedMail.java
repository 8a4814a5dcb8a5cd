package dev.candor.intake.internal;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mail says of itself. Whatever is malformed in it counts as not there. */
final class ForwardedMail {

  /** What is asked of a mail before it is known whether it is taken. */
  static final FetchProfile BEFORE_ITS_CONTENT = new FetchProfile();

  static {
    BEFORE_ITS_CONTENT.add(FetchProfile.Item.ENVELOPE);
    BEFORE_ITS_CONTENT.add(FetchProfile.Item.CONTENT_INFO);
    BEFORE_ITS_CONTENT.add(FetchProfile.Item.SIZE);
    Stream.of(
            "Auto-Submitted",
            "List-Id",
            "X-Autoreply",
            "Precedence",
            "Return-Path",
            "Message-ID",
            "Date")
        .forEach(BEFORE_ITS_CONTENT::add);
  }

  private static final int DEEPEST = 10;
  private static final int LONGEST_SUBJECT = 300;
  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1,250}>");
  private static final Set<String> BY_MACHINES = Set.of("bulk", "list", "junk", "auto_reply");
  private static final Set<String> OF_MACHINES = Set.of("mailer-daemon", "postmaster", "no-reply");

  private final Message message;

  ForwardedMail(Message message) {
    this.message = message;
  }

  /** In bytes, as the server says. */
  int size() throws MessagingException {
    return message.getSize();
  }

  /** The one who sent it; empty when that is nobody, or several. */
  Optional<InternetAddress> sender() {
    try {
      if (message.getFrom() instanceof InternetAddress[] from && from.length == 1) {
        from[0].validate();
        return Optional.of(from[0]);
      }
    } catch (MessagingException malformed) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Sent by no person: answers of machines, lists and bounces, as RFC 3834 tells them. */
  boolean isAutomatic() throws MessagingException {
    var submitted = header("Auto-Submitted");
    return (submitted != null && !submitted.toLowerCase(Locale.ROOT).startsWith("no"))
        || header("List-Id") != null
        || header("X-Autoreply") != null
        || BY_MACHINES.contains(lower(header("Precedence")))
        || "<>".equals(lower(header("Return-Path")))
        || message.isMimeType("multipart/report")
        || sender()
            .map(from -> from.getAddress().toLowerCase(Locale.ROOT).replaceAll("@.*", ""))
            .filter(OF_MACHINES::contains)
            .isPresent();
  }

  /** Its Message-ID; empty when it has none that may stand in a header. */
  Optional<String> messageId() throws MessagingException {
    return Optional.ofNullable(header("Message-ID"))
        .map(String::strip)
        .filter(id -> MESSAGE_ID.matcher(id).matches());
  }

  String subject() {
    try {
      var subject = message.getSubject();
      return subject == null ? "" : shortened(onOneLine(subject), LONGEST_SUBJECT);
    } catch (MessagingException malformed) {
      return "";
    }
  }

  /** The first text in it; empty when there is none that can be read. */
  String words(int longest) {
    try {
      var text = text(message, 0);
      return text == null ? "" : shortened(text.replace("\r\n", "\n").strip(), longest);
    } catch (MessagingException | IOException malformed) {
      return "";
    }
  }

  @Nullable Instant sentAt() {
    try {
      var date = header("Date");
      return date == null
          ? null
          : RFC_1123_DATE_TIME.parse(date.replaceAll("\\(.*\\)", "").strip(), Instant::from);
    } catch (MessagingException | DateTimeException malformed) {
      return null;
    }
  }

  byte[] original() throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toByteArray();
  }

  private static @Nullable String text(Part part, int depth)
      throws MessagingException, IOException {
    if (depth > DEEPEST) {
      return null;
    }
    if (part.isMimeType("text/plain")) {
      return part.getContent() instanceof String text ? withoutControls(text) : null;
    }
    if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
      return text(inner, depth + 1);
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int at = 0; at < parts.getCount(); at++) {
        var text = text(parts.getBodyPart(at), depth + 1);
        if (text != null && !text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  private @Nullable String header(String name) throws MessagingException {
    var values = message.getHeader(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  private static String onOneLine(String text) {
    return withoutControls(text).replaceAll("\\s+", " ").strip();
  }

  /** PostgreSQL takes no NUL, and nobody reads the others. */
  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "");
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(
            0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
