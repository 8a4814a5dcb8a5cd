package dev.candor.notification.internal;

import dev.candor.notification.Language;
import dev.candor.notification.Mails.Notice;
import dev.candor.web.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
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
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
  private final SpringTemplateEngine templates = new SpringTemplateEngine();

  LetterWriter(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
    words.setBasename("mail/letters");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    templates.setTemplateEngineMessageSource(words);
    templates.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    templates.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
  }

  /**
   * @param at when it happened
   * @param zone the reader's
   */
  Letter write(Notice notice, String reference, Instant at, Language language, ZoneId zone) {
    var locale = language.locale();
    var task = ABOUT_A_TASK.contains(notice);
    var subject = words.getMessage("subject." + notice, new Object[] {reference}, locale);
    var context = new Context(locale);
    context.setVariable("language", language);
    context.setVariable(
        "letter",
        Map.of(
            "subject",
            subject,
            "sentence",
            words.getMessage("sentence." + notice, null, locale),
            "reference",
            reference,
            "referenceApart",
            "<bdi dir=\"ltr\" class=\"ref\">" + reference + "</bdi>",
            "at",
            moment(at.atZone(zone), locale),
            "city",
            Times.city(zone),
            "openWords",
            words.getMessage(task ? "open.task" : "open.case", null, locale),
            "openLink",
            task ? publicUrl.ofTaskOn(reference) : publicUrl.ofCase(reference)));
    return new Letter(
        subject,
        templates.process("letter.txt", context),
        templates.process("letter.html", context));
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
