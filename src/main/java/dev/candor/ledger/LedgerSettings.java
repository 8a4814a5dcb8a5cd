package dev.candor.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is kept.
 *
 * @param origin names this ledger in its heads, once for ever: who keeps heads of several tells
 *     them apart by it
 * @param keyFile the Ed25519 key that signs heads (PKCS #8, PEM); made under the data directory if
 *     none is named
 * @param publishTo addresses outside that get a signed head each day
 * @param publishHour from when on that day's head is published, in UTC: 0 to 23
 * @param interval how often entries without a place in the tree are looked for when nothing calls
 */
@ConfigurationProperties("candor.ledger")
public record LedgerSettings(
    @DefaultValue("candor.local/ledger") String origin,
    @Nullable Path keyFile,
    @DefaultValue List<String> publishTo,
    @DefaultValue("6") int publishHour,
    @DefaultValue("1s") Duration interval) {

  public LedgerSettings {
    publishTo = List.copyOf(publishTo);
    if (publishHour < 0 || publishHour > 23) {
      throw new IllegalArgumentException("candor.ledger.publish-hour must be 0 to 23");
    }
  }
}
