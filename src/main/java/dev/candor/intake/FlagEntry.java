package dev.candor.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag as somebody entered it, by form or by API, before anything of it was checked. The fields
 * are those of {@link dev.candor.cases.Flag}; a truth value that is missing is false.
 *
 * @param receivedOn ISO date, such as 2026-03-02
 * @param items one account or item each
 * @param replyWantedBy ISO date
 */
public record FlagEntry(
    @Nullable String type,
    @Nullable String sender,
    @Nullable String relationship,
    @Nullable String principal,
    @Nullable String principalKind,
    @Nullable String principalCountry,
    @Nullable String market,
    @Nullable String channel,
    @Nullable String ask,
    @Nullable String legalBasis,
    @Nullable Boolean wantsToStayHidden,
    @Nullable String audience,
    @Nullable Boolean politicalContent,
    @Nullable Boolean paid,
    @Nullable Boolean threat,
    @Nullable String receivedOn,
    @Nullable List<@Nullable String> items,
    @Nullable String replyWantedBy) {

  public static FlagEntry empty() {
    return new FlagEntry(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }
}
