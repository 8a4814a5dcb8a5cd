package dev.candor.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.notification.Language;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reports.Line;
import dev.candor.notification.Reports.Report;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** What letters say, in each language. */
class LetterWriterTests {

  private static final String REFERENCE = "SR-2026-00042";
  private static final Instant AT = Instant.parse("2026-11-28T14:30:00Z");
  private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
  private static final String LINK = "https://candor.example";
  private static final SeenLinks LINKS =
      new SeenLinks(new byte[32], Duration.ofDays(30), Clock.fixed(AT, ZoneOffset.UTC));
  private static final UUID ID = new UUID(1, 2);
  private static final String SEEN = LINKS.of(ID, AT);

  private final LetterWriter writer =
      new LetterWriter(
          new PublicUrl(new MockEnvironment().withProperty("candor.public-url", LINK)), LINKS);

  static Stream<Arguments> letters() {
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                Arrays.stream(Notice.values()).map(notice -> Arguments.of(language, notice)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("letters")
  void shouldSayTheSameInBothForms(Language language, Notice notice) {
    var letter = writer.write(news(notice), language, JERUSALEM);

    assertThat(letter.subject()).startsWith(REFERENCE).hasSizeLessThan(72);
    var lines = letter.text().strip().lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1)).contains(REFERENCE);
    assertThat(lines.get(2)).contains("16:30", "Jerusalem");
    assertThat(lines.get(3))
        .containsPattern(LINK + "/((cases|desk/of)/" + REFERENCE + "|emergency-access)$");
    assertThat(lines.get(4)).endsWith(": " + LINK + "/letters/" + SEEN);
    var inHtml = words(letter.html());
    for (var line : lines) {
      assertThat(inHtml).contains(line.replaceAll(": " + LINK + ".*", ""));
    }
    assertThat(letter.html())
        .contains("lang=\"" + language.code() + "\"", "prefers-color-scheme: dark")
        .contains("dir=\"" + (language == Language.HEBREW ? "rtl" : "ltr") + "\"");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("letters")
  void shouldLoadNothingFromAnywhere(Language language, Notice notice) {
    var html = writer.write(news(notice), language, JERUSALEM).html();

    assertThat(html).doesNotContainPattern("(?i)<(img|script|link|iframe)|url\\(|src=|@import");
    assertThat(html.split("https?://")).as("two links and no more").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, '28 Nov 2026, 16:30'",
    "GERMAN, '28.11.2026, 16:30'",
    "FRENCH, '28 nov. 2026, 16:30'",
    "DUTCH, '28 nov 2026, 16:30'",
    "HEBREW, '28 בנוב׳ 2026, 16:30'"
  })
  void shouldSayTheTimeAsTheReaderDoes(Language language, String time) {
    assertThat(writer.write(news(Notice.DECIDED), language, JERUSALEM).text())
        .contains(time + " (Jerusalem)");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldHaveEachWordInEachLanguageAndNoneInTwo(Language language) throws IOException {
    var english = read("");
    var words = language == Language.ENGLISH ? english : read("_" + language.code());

    assertThat(words.keySet()).isEqualTo(english.keySet());
    assertThat(words.getProperty("language")).isEqualTo(language.ownName());
    if (language != Language.ENGLISH) {
      english.stringPropertyNames().stream()
          .filter(key -> !key.equals("at"))
          .forEach(key -> assertThat(words.getProperty(key)).isNotEqualTo(english.get(key)));
    }
  }

  @Test
  void shouldLeadToTheTaskWhereThereIsOne() {
    assertThat(writer.write(news(Notice.TASK_OFFERED), Language.ENGLISH, JERUSALEM).text())
        .contains("Open the task: " + LINK + "/desk/of/" + REFERENCE);
    assertThat(writer.write(news(Notice.DECIDED), Language.ENGLISH, JERUSALEM).text())
        .contains("Open the case: " + LINK + "/cases/" + REFERENCE);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldTellADayInOneLetter(Language language) {
    var day = Arrays.stream(Notice.values()).map(LetterWriterTests::news).toList();

    var digest = writer.writeDigest(day, language, JERUSALEM);

    assertThat(digest.subject()).startsWith("Candor").contains("" + day.size());
    for (var news : day) {
      assertThat(digest.text()).contains(writer.sentence(news.notice(), language));
      assertThat(words(digest.html())).contains(writer.sentence(news.notice(), language));
    }
    assertThat(digest.text().split(LINK)).hasSize(2 * day.size() + 1);
    assertThat(digest.html()).doesNotContainPattern("(?i)<(img|script|link|iframe)|url\\(|src=");
    assertThat(writer.writeDigest(day.subList(0, 1), language, JERUSALEM).subject())
        .doesNotContain("1");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void shouldReportTheSameInBothForms(Language language) {
    var report =
        new Report(
            List.of(
                Line.of("target.IDLE", 2, REFERENCE),
                Line.of("week.ended", 1_234, 7.25, 30.0),
                Line.of("week.from", LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29))));

    for (var kind : ReportKind.values()) {
      var letter = writer.write(kind, report, language);

      assertThat(letter.subject()).startsWith("Candor").hasSizeLessThan(72);
      var lines = letter.text().strip().lines().filter(line -> !line.isBlank()).toList();
      assertThat(lines).hasSize(5);
      assertThat(lines.getFirst()).contains(REFERENCE);
      assertThat(lines.get(1)).containsPattern("7[.,]2").contains("30").doesNotContain("30.0");
      assertThat(lines.get(2)).contains("23").contains("29").contains("2026");
      assertThat(lines.get(3)).containsPattern(": " + LINK + "/insight(/targets)?$");
      for (var line : lines) {
        assertThat(words(letter.html())).contains(line.replaceAll(": " + LINK + ".*", ""));
      }
      assertThat(letter.html()).doesNotContainPattern("(?i)<(img|script|link|iframe)|url\\(|src=");
      assertThat(letter.html().split("https?://")).as("one link and no more").hasSize(2);
    }
  }

  private static News news(Notice notice) {
    return new News(ID, notice, REFERENCE, AT);
  }

  private static String words(String html) {
    return html.replaceAll("(?s)<style>.*?</style>|<[^>]+>", "").replace("&#39;", "'");
  }

  private static Properties read(String language) throws IOException {
    var properties = new Properties();
    try (var words =
        new InputStreamReader(
            new ClassPathResource("mail/letters" + language + ".properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(words);
    }
    return properties;
  }
}
