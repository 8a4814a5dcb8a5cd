package dev.candor.intake.internal;

import dev.candor.cases.Channel;
import dev.candor.cases.Correctable;
import dev.candor.cases.Flag;
import dev.candor.cases.FlagValues;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.intake.FlagEntry;
import dev.candor.intake.IntakeSettings;
import dev.candor.web.Fields;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What makes an entry a flag, and a value one that a flag may hold. */
@Component
class FlagRules implements FlagValues {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_NOTE = 1000;
  private static final int MOST_ITEMS = 500;

  private final IntakeSettings settings;

  FlagRules(IntakeSettings settings) {
    this.settings = settings;
  }

  /**
   * @param today where the flagger is: later days are refused
   * @throws dev.candor.web.InvalidInput with every field that is to blame
   */
  Flag check(FlagEntry entry, LocalDate today) {
    var fields = new Fields();
    var flag =
        new Flag(
            fields.choice("type", entry.type(), RequestType.class),
            fields.line("sender", entry.sender(), LONGEST_NAME),
            fields.optionalLine("relationship", entry.relationship(), LONGEST_NOTE),
            fields.line("principal", entry.principal(), LONGEST_NAME),
            fields.choice("principalKind", entry.principalKind(), PrincipalKind.class),
            fields.country("principalCountry", entry.principalCountry()),
            fields.country("market", entry.market()),
            fields.choice("channel", entry.channel(), Channel.class),
            fields.text("ask", entry.ask(), settings.longestAsk()),
            fields.optionalLine("legalBasis", entry.legalBasis(), LONGEST_NOTE),
            yes(entry.wantsToStayHidden()),
            fields.optionalLine("audience", entry.audience(), LONGEST_NOTE),
            yes(entry.politicalContent()),
            yes(entry.paid()),
            yes(entry.threat()),
            fields.day("receivedOn", entry.receivedOn(), settings.earliestReceived(), today),
            fields.lines("items", entry.items(), MOST_ITEMS, LONGEST_NAME),
            fields.optionalDay("replyWantedBy", entry.replyWantedBy()));
    fields.notBefore(
        "replyWantedBy",
        flag.replyWantedBy(),
        "receivedOn",
        flag.receivedOn(),
        "the day on which it was received");
    fields.throwIfInvalid();
    return flag;
  }

  @Override
  public String checked(Correctable field, String name, @Nullable String entered, LocalDate today) {
    var fields = new Fields();
    var value =
        switch (field) {
          case SENDER, PRINCIPAL -> fields.line(name, entered, LONGEST_NAME);
          case RELATIONSHIP, AUDIENCE, LEGAL_BASIS ->
              orNone(fields.optionalLine(name, entered, LONGEST_NOTE));
          case PRINCIPAL_KIND -> fields.choice(name, entered, PrincipalKind.class).name();
          case PRINCIPAL_COUNTRY, MARKET -> fields.country(name, entered);
          case ITEMS ->
              String.join("\n", fields.lines(name, linesOf(entered), MOST_ITEMS, LONGEST_NAME));
          case RECEIVED_ON ->
              fields.day(name, entered, settings.earliestReceived(), today).toString();
          case REPLY_WANTED_BY -> orNone(fields.optionalDay(name, entered));
        };
    fields.throwIfInvalid();
    return value;
  }

  private static List<String> linesOf(@Nullable String entered) {
    return entered == null ? List.of() : entered.lines().toList();
  }

  private static String orNone(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static boolean yes(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
