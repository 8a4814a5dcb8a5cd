package dev.candor.notification.internal;

import dev.candor.notification.Language;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reports.Line;
import dev.candor.notification.Reports.Report;
import dev.candor.web.Times;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes letters from the templates and words under {@code mail/}: that something happened to a
 * reference, when, and where to read more. It gets to know nothing else of a case.
 */
@Component
class LetterWriter {

  private static final Set<Notice> ABOUT_A_TASK =
      EnumSet.of(
          Notice.TASK_OFFERED,
          Notice.DUE_SOON,
          Notice.STEP_OVERDUE,
          Notice.REVIEW_OVERDUE,
          Notice.DECISION_OVERDUE);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private final PublicUrl publicUrl;
  private final SeenLinks links;
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  LetterWriter(PublicUrl publicUrl, SeenLinks links) {
    this.publicUrl = publicUrl;
    this.links = links;
    words.setBasename("mail/letters");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    templates.setTemplateEngineMessageSource(words);
    templates.setEnableSpringELCompiler(true);
    templates.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    templates.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
  }

  Letter write(News news, Language language, ZoneId zone) {
    return render("letter", inWords(news, language, zone), language);
  }

  /**
   * @param all not empty; earliest first
   */
  Letter writeDigest(List<News> all, Language language, ZoneId zone) {
    var subject = words.getMessage("digest", new Object[] {all.size()}, language.locale());
    var lines = all.stream().map(news -> inWords(news, language, zone)).toList();
    return render("digest", Map.of("subject", subject, "lines", lines), language);
  }

  /** A report, with the one link to where there is more. */
  Letter write(ReportKind kind, Report report, Language language) {
    var lines = report.lines().stream().map(line -> inWords(line, language)).toList();
    return render(
        "report",
        Map.of(
            "subject",
            word("subject." + kind, language),
            "sentence",
            lines.getFirst(),
            "lines",
            lines.subList(1, lines.size()),
            "openWords",
            word("open." + kind, language),
            "openLink",
            publicUrl.of(kind == ReportKind.WEEK ? PublicUrl.OF_TIMES : PublicUrl.OF_TARGETS)),
        language);
  }

  String sentence(Notice notice, Language language) {
    return word("sentence." + notice, language);
  }

  String word(String key, Language language) {
    return words.getMessage(key, null, language.locale());
  }

  static boolean isAboutATask(Notice notice) {
    return ABOUT_A_TASK.contains(notice);
  }

  /** Where there is more to read for its reader, once they are signed in. */
  static String placeOf(Notice notice, String reference) {
    if (notice == Notice.EMERGENCY_ACCESS) {
      return PublicUrl.OF_EMERGENCIES;
    }
    return isAboutATask(notice)
        ? PublicUrl.pathOfTaskOn(reference)
        : PublicUrl.pathOfCase(reference);
  }

  private static String openWords(Notice notice) {
    if (notice == Notice.EMERGENCY_ACCESS) {
      return "open.emergency";
    }
    return isAboutATask(notice) ? "open.task" : "open.case";
  }

  private Letter render(String template, Map<String, Object> letter, Language language) {
    var context = new Context(language.locale());
    context.setVariable("language", language);
    context.setVariable("letter", letter);
    return new Letter(
        letter.get("subject").toString(),
        templates.process(template + ".txt", context),
        templates.process(template + ".html", context));
  }

  private Map<String, Object> inWords(News news, Language language, ZoneId zone) {
    var reference = news.reference();
    var notice = news.notice();
    return Map.of(
        "subject",
        words.getMessage("subject." + notice, new Object[] {reference}, language.locale()),
        "sentence",
        sentence(notice, language),
        "reference",
        reference,
        "referenceApart",
        "<bdi dir=\"ltr\" class=\"ref\">" + reference + "</bdi>",
        "at",
        moment(news.createdAt().atZone(zone), language.locale()),
        "city",
        Times.city(zone),
        "openWords",
        word(openWords(notice), language),
        "openLink",
        publicUrl.of(placeOf(notice, reference)),
        "seenLink",
        publicUrl.of("/letters/" + links.of(news.id(), news.createdAt())));
  }

  private String inWords(Line line, Language language) {
    var locale = language.locale();
    var arguments =
        line.arguments().stream()
            .map(each -> each instanceof LocalDate day ? DAY.localizedBy(locale).format(day) : each)
            .toArray();
    return words.getMessage(line.word(), arguments, locale);
  }

  private static String moment(ZonedDateTime at, Locale locale) {
    return DAY.localizedBy(locale).format(at) + ", " + MINUTE.format(at);
  }

  private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("mail/");
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setResolvablePatterns(Set.of("*" + ending));
    return resolver;
  }
}
