package dev.candor.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person in the company sends in about a request: the first report of it.
 *
 * @param principalCountry ISO 3166-1 alpha-2
 * @param market ISO 3166-1 alpha-2: whose desk handles it
 * @param ask in its own words; never leaves the register
 * @param items accounts or items that it names, one each, as the other side writes them
 * @param replyWantedBy null when the other side named no day
 */
public record Flag(
    RequestType type,
    String sender,
    @Nullable String relationship,
    String principal,
    PrincipalKind principalKind,
    String principalCountry,
    String market,
    Channel channel,
    String ask,
    @Nullable String legalBasis,
    boolean wantsToStayHidden,
    @Nullable String audience,
    boolean politicalContent,
    boolean paid,
    boolean threat,
    LocalDate receivedOn,
    List<String> items,
    @Nullable LocalDate replyWantedBy) {

  public Flag {
    items = List.copyOf(items);
  }
}
